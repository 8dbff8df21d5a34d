// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerNameTest {
    @Test
    void followsNumbersAndNotLetters() {
        Stream<LayerName> names = Stream.of("dense_10", "dense_2", "embedding_1", "dense", "dense_1", "embedding")
                .map(LayerName::parse)
                .map(Optional::orElseThrow);
        assertThat(new TreeSet<>(names.toList()).stream().map(LayerName::toString))
                .containsExactly("embedding", "embedding_1", "dense", "dense_1", "dense_2", "dense_10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dense_0", "dense_01", "dense_", "dense_x", "Dense", "conv2d", "dense_1_1", "dense_9999999999"})
    void knowsNoOtherNames(String text) {
        assertThat(LayerName.parse(text)).isEmpty();
    }
}
