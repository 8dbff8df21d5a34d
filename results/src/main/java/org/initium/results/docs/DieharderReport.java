// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What dieharder 3.31 prints with {@code -c , -D show_rng -D line_header -D test_name -D ntuple -D tsamples -D psamples -D
 * pvalues -D assessment}: two lines about the generator, a line of names, a line for each verdict.
 *
 * @param lines the verdicts
 */
record DieharderReport(List<Line> lines) {
    private static final int FIELDS = 6;

    /** What the last three tests say on standard output, whatever {@code -D} asks for. */
    private static final String REMARK = "Preparing to run test ";

    private static final Set<String> ASSESSMENTS = Set.of("PASSED", "WEAK", "FAILED");

    /** Copies the list. */
    DieharderReport {
        lines = List.copyOf(lines);
    }

    /**
     * A verdict.
     *
     * @param test name of the test
     * @param ntuple what the test varies, mostly a number of bits or words; 0 if nothing
     * @param samples p-values that went into this one
     * @param p the Kolmogorov-Smirnov test's p-value of these
     * @param assessment {@code PASSED}; {@code WEAK} within 0.005 of 0 or 1; {@code FAILED} within 1e-6
     */
    record Line(String test, int ntuple, int samples, double p, String assessment) {
        boolean passed() {
            return assessment.equals("PASSED");
        }

        private boolean sameTest(Line other) {
            return test.equals(other.test) && ntuple == other.ntuple;
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, or a line is not of this form
     */
    static DieharderReport read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        boolean begun = false;
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.startsWith(REMARK)) {
                continue;
            }
            String[] fields = line.strip().split("\\s*,\\s*");
            if (begun) {
                lines.add(parse(file + ":" + number + ": ", fields));
            }
            begun |= fields[0].equals("test_name");
        }
        if (lines.isEmpty()) {
            throw new IOException(file + ": no verdicts, expected some below a line that begins with test_name");
        }
        return new DieharderReport(lines);
    }

    private static Line parse(String where, String[] fields) throws IOException {
        if (fields.length != FIELDS || !ASSESSMENTS.contains(fields[FIELDS - 1])) {
            throw new IOException(where + "'" + String.join(",", fields)
                    + "', expected test, ntuple, tsamples, psamples, p-value and PASSED, WEAK or FAILED");
        }
        try {
            return new Line(
                    fields[0],
                    Integer.parseInt(fields[1]),
                    Integer.parseInt(fields[3]),
                    Double.parseDouble(fields[4]),
                    fields[5]);
        } catch (NumberFormatException e) {
            throw new IOException(where + e.getMessage(), e);
        }
    }

    /** Number of verdicts with this assessment. */
    long count(String assessment) {
        return lines.stream()
                .filter(line -> line.assessment().equals(assessment))
                .count();
    }

    /** How many verdicts before this one are about the same test and ntuple: {@code sts_serial} gives two for each. */
    int earlier(int index) {
        return (int) lines.subList(0, index).stream()
                .filter(lines.get(index)::sameTest)
                .count();
    }

    /** The verdict about the same test and ntuple that comes after {@code earlier} others about them, if there is one. */
    Optional<Line> repeated(Line other, int earlier) {
        return lines.stream().filter(other::sameTest).skip(earlier).findFirst();
    }
}
