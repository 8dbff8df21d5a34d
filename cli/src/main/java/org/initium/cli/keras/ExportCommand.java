// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.initium.Shape;
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.JsonOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code initium export}: a model that was trained here, for Keras to load. */
@Command(
        name = "export",
        description = "Write a model's weights as a .weights.h5 file that Keras 3 loads with load_weights.",
        footer = {
            "",
            "Tensors go by Keras's paths: dense/kernel, dense/bias, dense_1/kernel, embedding/embeddings, with or without"
                    + " sequential/ before them. Layers are written in the order of their numbers, the first as dense, the"
                    + " next as dense_1, as Keras itself would; any other tensor is refused.",
            "Weights are 32-bit floats; those of 64 bits are rounded. Velocities (velocity/...) stay behind: Keras keeps"
                    + " them with the optimizer."
        })
public final class ExportCommand extends BaseCommand {
    private static final String MODEL = ".safetensors";
    private static final String WEIGHTS = ".weights.h5";

    @Option(
            names = "--model",
            paramLabel = "FILE",
            required = true,
            description = "A model, .safetensors, as train --out writes it.")
    private Path model;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "File to write, .weights.h5.")
    private Path file;

    /** For picocli. */
    public ExportCommand() {}

    @Override
    public Integer call() throws IOException {
        requireEnding("--model", model, MODEL);
        requireEnding("--out", file, WEIGHTS);
        KerasWeights weights = KerasWeights.read(model);
        Hdf5Group root = WeightsH5.layout(weights);
        Hdf5Writer.write(file, root);
        List<Written> written = written(root);
        long bytes = Files.size(file);
        if (json()) {
            List<Map<String, Object>> datasets = written.stream()
                    .map(w -> new JsonOutput()
                            .put("path", w.path())
                            .put("shape", w.shape().toArray())
                            .fields())
                    .toList();
            new JsonOutput()
                    .put("model", model.toString())
                    .put("out", file.toString())
                    .put("bytes", bytes)
                    .put("datasets", datasets)
                    .put("omitted", weights.omitted())
                    .print(out());
        } else {
            written.forEach(w -> out().println(w.path() + " " + w.shape()));
            out().println(file + ": " + bytes + " bytes");
        }
        if (!weights.omitted().isEmpty()) {
            note(weights.omitted().size() + " velocities of " + model + " are not exported");
        }
        return 0;
    }

    /** A dataset of the new file. */
    private record Written(String path, Shape shape) {}

    private static List<Written> written(Hdf5Group root) {
        List<Written> written = new ArrayList<>();
        collect("", root, written);
        return written;
    }

    private static void collect(String path, Hdf5Group group, List<Written> written) {
        group.datasets().forEach((name, tensor) -> written.add(new Written(path + name, tensor.shape())));
        group.groups().forEach((name, child) -> collect(path + name + "/", child, written));
    }

    private static void requireEnding(String option, Path path, String ending) {
        if (!path.toString().endsWith(ending)) {
            throw new IllegalArgumentException(option + " " + path + ": expected a name that ends in " + ending);
        }
    }
}
