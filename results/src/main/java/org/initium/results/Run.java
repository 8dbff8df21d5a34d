// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One run: the three files of a run directory, read and checked against each other.
 *
 * @param environment {@code environment.json}
 * @param bench {@code bench.json}, JMH's own
 * @param verification {@code verify.json}
 */
public record Run(Environment environment, JmhRun bench, VerificationSummary verification) {
    static final String ENVIRONMENT = "environment.json";
    static final String BENCH = "bench.json";
    static final String VERIFY = "verify.json";

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * Checks that the parts speak of the same run.
     *
     * @throws IllegalArgumentException if the environment names another version of JMH than the results do
     */
    public Run {
        if (!environment.source().jmhVersion().equals(bench.jmhVersion())) {
            throw new IllegalArgumentException("environment says JMH "
                    + environment.source().jmhVersion() + ", results say " + bench.jmhVersion());
        }
    }

    /**
     * Reads a run directory, wherever it lies.
     *
     * @throws IOException if a file is missing or malformed, or if the files contradict each other
     */
    public static Run read(Path directory) throws IOException {
        for (String file : new String[] {ENVIRONMENT, BENCH, VERIFY}) {
            if (!Files.isRegularFile(directory.resolve(file))) {
                throw new IOException(directory + ": " + file + " is missing");
            }
        }
        Environment environment = Environment.read(directory.resolve(ENVIRONMENT));
        JmhRun bench = JmhRun.read(directory.resolve(BENCH));
        VerificationSummary verification = VerificationSummary.read(directory.resolve(VERIFY));
        try {
            return new Run(environment, bench, verification);
        } catch (IllegalArgumentException e) {
            throw new IOException(directory + ": " + e.getMessage(), e);
        }
    }

    /** The directory's name, {@code 20260131T120000Z-1a2b3c4d5e6f}, with {@code -dirty} if the commit is not the whole story. */
    public String name() {
        Environment.Source source = environment.source();
        return COMPACT.format(Instant.parse(environment.utc())) + "-" + source.commit()
                + (source.dirty() ? "-dirty" : "");
    }
}
