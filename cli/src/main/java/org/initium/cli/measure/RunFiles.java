// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initium.results.Environment;
import org.initium.results.JmhRun;
import org.initium.results.Run;
import org.initium.results.VerificationSummary;

/** Finds a run by its folder or by the {@code bench.json} in it; the checks are no part of a comparison and may be missing. */
final class RunFiles {
    private static final VerificationSummary NOT_VERIFIED =
            new VerificationSummary("unknown", 0, false, List.of(), List.of(), 0);

    private RunFiles() {}

    /**
     * Whether nobody can tell what a run was measured on: its {@code environment.json} is missing.
     *
     * @throws IOException if there is no {@code bench.json} either
     */
    static boolean isAnonymous(Path run) throws IOException {
        return !Files.exists(environment(bench(run)));
    }

    /** Reads a run. */
    static Run read(Path run) throws IOException {
        Path bench = bench(run);
        Path environment = environment(bench);
        Path verify = bench.resolveSibling(Home.VERIFY);
        try {
            return new Run(
                    Environment.read(environment),
                    JmhRun.read(bench),
                    Files.exists(verify) ? VerificationSummary.read(verify) : NOT_VERIFIED);
        } catch (IllegalArgumentException e) {
            throw new IOException(run + ": " + e.getMessage(), e);
        }
    }

    private static Path bench(Path run) throws IOException {
        Path bench = Files.isDirectory(run) ? run.resolve(Home.BENCH) : run;
        if (!Files.isRegularFile(bench)) {
            throw new IOException(run + ": "
                    + (Files.isDirectory(run)
                            ? "holds no " + Home.BENCH
                            : "no such file, expected a run's folder or its " + Home.BENCH));
        }
        return bench.toAbsolutePath();
    }

    private static Path environment(Path bench) {
        return bench.resolveSibling(Home.ENVIRONMENT);
    }
}
