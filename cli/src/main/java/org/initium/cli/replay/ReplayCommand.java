// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.JsonOutput;
import org.initium.cli.shared.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code initium replay}: the same trainings as Keras, and how far apart they end. */
@Command(
        name = "replay",
        description = "Make recorded Keras trainings again and compare them with the recording.",
        footer = {
            "",
            "DIR holds manifest.json and, for each case in it, CASE.w0.npy ... (the weights to begin with),"
                    + " CASE.f64.losses.npy, CASE.f64.w0.npy ... (what Keras came to in double precision) and the same as"
                    + " f32; besides order.npy (rows of the bundled digits) or tokens.npy and token_labels.npy.",
            "All differences are from Keras's float64 training: of a loss relative to that loss, of a weight relative to"
                    + " the largest weight of its tensor. The keras columns are Keras's own float32 training.",
            "Exit code 1 if a difference exceeds its tolerance."
        })
public final class ReplayCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "DIR", description = "Folder with manifest.json and .npy files.")
    private Path folder;

    @Option(
            names = "--loss-tolerance",
            paramLabel = "X",
            defaultValue = "2e-6",
            description = "Largest relative difference of a loss (default: ${DEFAULT-VALUE}).")
    private double lossTolerance;

    @Option(
            names = "--weight-tolerance",
            paramLabel = "X",
            defaultValue = "2e-5",
            description = "Largest relative difference of a final weight (default: ${DEFAULT-VALUE}).")
    private double weightTolerance;

    /** For picocli. */
    public ReplayCommand() {}

    @Override
    public Integer call() throws IOException {
        checkTolerance("--loss-tolerance", lossTolerance);
        checkTolerance("--weight-tolerance", weightTolerance);
        TraceManifest manifest = TraceManifest.read(folder);
        Replay replay = new Replay(folder, manifest);
        List<Replay.Result> results = new ArrayList<>();
        try (Progress progress = new Progress(err())) {
            for (TraceCase trace : manifest.cases()) {
                progress.update(
                        "replaying " + trace.name(),
                        results.size(),
                        manifest.cases().size());
                results.add(replay.run(trace));
            }
        }
        boolean passed = results.stream().allMatch(this::passes);
        if (json()) {
            json(manifest, results, passed).print(out());
        } else {
            table(manifest, results, passed);
        }
        return passed ? 0 : 1;
    }

    private boolean passes(Replay.Result result) {
        return result.losses().largest() <= lossTolerance && result.weights().largest() <= weightTolerance;
    }

    private void table(TraceManifest manifest, List<Replay.Result> results, boolean passed) {
        int width = results.stream().mapToInt(r -> r.name().length()).max().orElse(0);
        String format = "%-" + Math.max(width, 4) + "s  %10s  %10s  %10s  %10s  %s";
        out().println(line(format, "case", "losses", "keras", "weights", "keras", ""));
        for (Replay.Result r : results) {
            out().println(line(
                    format,
                    r.name(),
                    figure(r.losses()),
                    figure(r.kerasLosses()),
                    figure(r.weights()),
                    figure(r.kerasWeights()),
                    verdict(r)));
        }
        long failed = results.stream().filter(r -> !passes(r)).count();
        out().println((passed ? "all " : failed + " of ") + results.size() + (passed ? " within" : " beyond")
                + " the tolerances of " + lossTolerance + " for losses and " + weightTolerance + " for weights; "
                + manifest.steps() + " steps of " + manifest.batchSize() + " samples"
                + (manifest.source().isEmpty() ? "" : ", recorded from " + manifest.source()));
    }

    private String verdict(Replay.Result r) {
        List<String> faults = new ArrayList<>();
        if (!(r.losses().largest() <= lossTolerance)) {
            faults.add("loss of step " + r.losses().at());
        }
        if (!(r.weights().largest() <= weightTolerance)) {
            faults.add("w" + r.weights().at() + ", "
                    + r.parameters().get(r.weights().at()));
        }
        return faults.isEmpty() ? "ok" : "DIFFERS: " + String.join("; ", faults);
    }

    private JsonOutput json(TraceManifest manifest, List<Replay.Result> results, boolean passed) {
        List<Map<String, Object>> cases = new ArrayList<>();
        for (Replay.Result r : results) {
            cases.add(new JsonOutput()
                    .put("name", r.name())
                    .put("loss_difference", r.losses().largest())
                    .put("loss_step", r.losses().at())
                    .put("weight_difference", r.weights().largest())
                    .put("weight_tensor", r.weights().at())
                    .put("keras_loss_difference", r.kerasLosses().largest())
                    .put("keras_weight_difference", r.kerasWeights().largest())
                    .put("passed", passes(r))
                    .fields());
        }
        return new JsonOutput()
                .put("folder", folder.toString())
                .put("source", manifest.source())
                .put("batch_size", manifest.batchSize())
                .put("steps", manifest.steps())
                .put("loss_tolerance", lossTolerance)
                .put("weight_tolerance", weightTolerance)
                .put("cases", cases)
                .put("passed", passed);
    }

    private static void checkTolerance(String option, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(option + " is " + value + ", expected a number, 0 or more");
        }
    }

    private static String figure(Difference difference) {
        return String.format(Locale.ROOT, "%.2e", difference.largest());
    }

    private static String line(String format, Object... cells) {
        return String.format(Locale.ROOT, format, cells).stripTrailing();
    }
}
