// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.initium.Tensor;
import org.initium.io.SafeTensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KerasWeightsTest {
    private static final Tensor KERNEL = Resources.tensor(1, 4, 3);
    private static final Tensor BIAS = Resources.tensor(2, 3);

    @TempDir
    private Path folder;

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    @BeforeEach
    void twoLayersInTheWrongOrder() {
        tensors.put("sequential_1/dense_10/bias", BIAS);
        tensors.put("sequential_1/dense_10/kernel", KERNEL);
        tensors.put("dense_9/kernel", KERNEL);
        tensors.put("dense_9/bias", BIAS);
    }

    private KerasWeights read() throws IOException {
        Path file = folder.resolve("m.safetensors");
        SafeTensors.write(file, tensors);
        return KerasWeights.read(file);
    }

    @Test
    void ordersLayersAndTheirWeights() throws IOException {
        tensors.put("embedding/embeddings", KERNEL);
        tensors.put("velocity/dense_9/bias", BIAS);
        KerasWeights weights = read();
        assertThat(weights.layers().keySet())
                .map(LayerName::toString)
                .containsExactly("embedding", "dense_9", "dense_10");
        assertThat(weights.of(LayerName.Kind.DENSE))
                .allSatisfy(layer -> assertThat(layer.tensors().keySet()).containsExactly("kernel", "bias"));
        assertThat(weights.omitted()).containsExactly("velocity/dense_9/bias");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conv2d/kernel | found conv2d/kernel, expected weights of dense and embedding layers",
                "dense/gamma | found dense/gamma, expected",
                "embedding/kernel | found embedding/kernel, expected",
                "model/dense/bias | found model/dense/bias, expected",
                "bias | found bias, expected",
                "sequential/dense_9/bias | dense_9/bias is there twice, once as sequential/dense_9/bias",
                "dense_11/bias | dense_11 has no kernel, expected [kernel, bias]",
            })
    void refusesWhatItDoesNotKnow(String name, String message) {
        tensors.put(name, BIAS);
        assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessageContaining(message);
    }

    @Test
    void namesAllUnknownTensors() {
        tensors.put("a/b", BIAS);
        tensors.put("c", BIAS);
        assertThatThrownBy(this::read).hasMessageContaining("found a/b, c, expected");
        tensors.clear();
        tensors.put("velocity/dense/bias", BIAS);
        assertThatThrownBy(this::read).hasMessageContaining("found no weights");
    }
}
