// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.initium.cli.train.DigitsCurve;
import org.initium.results.Accepted;
import org.initium.results.Comparer;
import org.initium.results.Comparison;
import org.initium.results.Environment;
import org.initium.results.Fingerprint;
import org.initium.results.JmhRun;
import org.initium.results.Published;
import org.initium.results.Run;
import org.initium.results.TrainingCurve;
import org.initium.results.VerificationSummary;
import org.initium.results.report.ReportInput;
import org.initium.verification.Options;

/**
 * The checks, a training, the benchmarks, a comparison, and one report of it all.
 *
 * <p>What can be refused is refused first, and all files are written last: those in a folder always belong together.
 */
final class Suite {
    private static final int STEPS = 4;
    private static final List<String> COMMANDS =
            List.of("./initium suite", "./initium verify", DigitsCurve.COMMAND, "./initium bench --quick");

    private final Options options;
    private final Measure measure;
    private final Published published;
    private final PrintWriter err;

    /** How the benchmarks are run. */
    @FunctionalInterface
    interface Measure {
        /**
         * Measures and leaves JMH's results in a file.
         *
         * @throws IOException if that did not succeed; there need be no file then
         */
        JmhRun into(Path file) throws IOException;
    }

    /**
     * A suite yet to run.
     *
     * @param options which checks
     * @param published what to compare with
     * @param err where its steps are reported
     */
    Suite(Options options, Measure measure, Published published, PrintWriter err) {
        this.options = options;
        this.measure = measure;
        this.published = published;
        this.err = err;
    }

    /**
     * Runs everything. Benchmarks that fail leave a report of the rest, and no {@code bench.json} from earlier.
     *
     * @param report where the report goes; the result files go beside it
     * @throws IOException if a published run is malformed, which is found out before any work, or a file cannot be written
     */
    SuiteOutcome run(Path report) throws IOException {
        long start = System.nanoTime();
        Environment before = Home.environment();
        Optional<Run> base = published.latestComparable(before);
        Accepted accepted = published.accepted();
        Path folder = ReportFile.makeFolder(report);

        VerificationSummary verification = check();
        TrainingCurve curve = train();
        Path file = folder.resolve(".initium-" + UUID.randomUUID() + ".json");
        try {
            Measured measured = measure(file);
            Environment environment = measured.bench()
                    .map(bench -> Measurement.withFlags(before, bench))
                    .orElse(before);
            Optional<Run> current = measured.bench().map(bench -> new Run(environment, bench, verification));

            step(4, "comparing with published results");
            Optional<Comparison> comparison = current.flatMap(
                    run -> base.map(old -> new Comparer(Comparer.DEFAULT_LIMIT, accepted).compare(old, run)));
            String absence = measured.failure()
                    .map(reason -> "There is nothing to compare: " + reason + ".")
                    .orElse("No run of the same machine, runtime and benchmark sources is published (fingerprint "
                            + Fingerprint.of(environment) + ").");
            remark(comparison.map(c -> c.verdict() + " against " + c.base()).orElse(absence));

            writeResults(folder, verification, environment, current.isPresent() ? file : null);
            ReportFile.write(
                    report,
                    new ReportInput(
                            environment,
                            Optional.of(verification),
                            Optional.of(curve),
                            measured.bench(),
                            comparison,
                            absence,
                            COMMANDS));
            double seconds = (System.nanoTime() - start) * 1e-9;
            return new SuiteOutcome(verification, curve, measured.failure(), comparison, seconds, report);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private VerificationSummary check() {
        step(1, "checking initializers and gradients");
        org.initium.verification.VerificationSummary checks = Verification.run(options, err);
        remark(checks.headline());
        return Verification.toResults(checks);
    }

    private TrainingCurve train() throws IOException {
        step(2, "training on digits");
        TrainingCurve curve = DigitsCurve.train();
        remark(String.format(
                Locale.ROOT, "validation accuracy %.4f", curve.last().validationAccuracy()));
        return curve;
    }

    /** Either what was measured, or why nothing was, in a line. */
    private record Measured(Optional<JmhRun> bench, Optional<String> failure) {}

    private Measured measure(Path file) {
        step(3, "measuring against peers, under two minutes");
        try {
            return new Measured(Optional.of(measure.into(file)), Optional.empty());
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
            remark(reason);
            return new Measured(Optional.empty(), Optional.of(reason));
        }
    }

    /** Writes what belongs together; without benchmarks an older {@code bench.json} would not, and goes. */
    private static void writeResults(Path folder, VerificationSummary verification, Environment environment, Path bench)
            throws IOException {
        verification.write(folder.resolve(Home.VERIFY));
        environment.write(folder.resolve(Home.ENVIRONMENT));
        Path target = folder.resolve(Home.BENCH);
        if (bench == null) {
            Files.deleteIfExists(target);
        } else {
            Files.move(bench, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void step(int number, String what) {
        err.println("[" + number + "/" + STEPS + "] " + what);
        err.flush();
    }

    private void remark(String text) {
        err.println("      " + text);
        err.flush();
    }
}
