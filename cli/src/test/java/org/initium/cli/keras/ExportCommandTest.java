// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.initium.Tensor;
import org.initium.cli.Cli;
import org.initium.io.SafeTensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandTest {
    @TempDir
    private Path folder;

    private Cli export(String model, String out) {
        return Cli.run(
                "export",
                "--model",
                folder.resolve(model).toString(),
                "--out",
                folder.resolve(out).toString(),
                "--json");
    }

    @Test
    void readsWhatItWroteBitForBit() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 12; i >= 2; i--) {
            tensors.put("dense_" + i + "/bias", Resources.tensor(i, i + 1));
            tensors.put("dense_" + i + "/kernel", Resources.tensor(-i, i, i + 1));
        }
        tensors.put("embedding_3/embeddings", Resources.tensor(0, 7, 2));
        SafeTensors.write(folder.resolve("m.safetensors"), tensors);
        Cli cli = export("m.safetensors", "m.weights.h5");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.json().get("datasets").size()).isEqualTo(23);
        assertThat(cli.json().get("datasets").get(0).get("path").stringValue()).isEqualTo("layers/embedding/vars/0");
        assertThat(cli.json().get("bytes").longValue()).isEqualTo(Files.size(folder.resolve("m.weights.h5")));
        KerasWeights read = KerasWeights.read(folder.resolve("m.weights.h5"));
        assertThat(read.layers()).hasSize(12);
        int number = 2;
        for (KerasWeights.Layer layer : read.of(LayerName.Kind.DENSE)) {
            assertThat(layer.title()).isEqualTo("layers/dense" + (number == 2 ? "" : "_" + (number - 2)));
            assertThat(layer.tensors().get("kernel").data())
                    .containsExactly(
                            Resources.tensor(-number, number, number + 1).data());
            assertThat(layer.tensors().get("bias").data())
                    .containsExactly(Resources.tensor(number, number + 1).data());
            number++;
        }
        assertThat(read.of(LayerName.Kind.EMBEDDING)
                        .get(0)
                        .tensors()
                        .get("embeddings")
                        .data())
                .containsExactly(Resources.tensor(0, 7, 2).data());
    }

    @Test
    void takesWhatTrainWrites() {
        Path model = folder.resolve("m.safetensors");
        String line = "train --data digits --layers 64,8,10 --epochs 1 --momentum 0.9 --out " + model;
        assertThat(Cli.run(line.split(" ")).exitCode()).isZero();
        Cli cli = export("m.safetensors", "m.weights.h5");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.json().get("omitted").size()).isEqualTo(4);
        assertThat(cli.err()).hasLineCount(1).contains("4 velocities of").contains("are not exported");
    }

    @ParameterizedTest
    @CsvSource({
        "m.safetensors, m.h5, expected a name that ends in .weights.h5",
        "m.npy, m.weights.h5, expected a name that ends in .safetensors",
        "none.safetensors, m.weights.h5, no such file",
        "m.safetensors, m.weights.h5, 'found conv2d/kernel, expected'",
        "m.safetensors, no/m.weights.h5, found conv2d",
    })
    void refusesInOneLineAndWritesNothing(String model, String out, String message) throws IOException {
        SafeTensors.write(folder.resolve("m.safetensors"), Map.of("conv2d/kernel", Resources.tensor(1, 2)));
        Cli cli = export(model, out);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).hasLineCount(1).contains(message);
        assertThat(folder.toFile().list()).containsExactly("m.safetensors");
    }
}
