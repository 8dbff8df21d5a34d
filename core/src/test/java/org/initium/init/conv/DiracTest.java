// SPDX-License-Identifier: Apache-2.0
package org.initium.init.conv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.initium.Shape;
import org.initium.init.Law;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DiracTest {
    private static final Sampler SAMPLER = Samplers.of(Key.of(1));

    static List<JsonNode> recordings() {
        return Recordings.of("dirac.json", "kernels");
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void equalsPyTorch(JsonNode recording) {
        Shape shape = Recordings.shape(recording);
        Dirac dirac = new Dirac(recording.get("groups").asInt());
        float[] expected = new float[shape.intSize()];
        JsonNode ones = recording.get("ones");
        IntStream.range(0, ones.size()).forEach(i -> expected[ones.get(i).asInt()] = 1);
        assertThat(dirac.create(shape, SAMPLER)).isEqualTo(expected);
        assertThat(Recordings.raggedly(dirac, shape, SAMPLER)).isEqualTo(expected);
        double share = ones.size() / (double) expected.length;
        Law law = dirac.law(shape);
        assertThat(law.mean()).isCloseTo(share, within(0x1p-52));
        assertThat(law.stddev()).isCloseTo(Math.sqrt(share * (1 - share)), within(0x1p-52));
    }

    @Test
    void emptyKernels() {
        assertThat(Dirac.DEFAULT.create(Shape.of(0, 3, 4), SAMPLER)).isEmpty();
        assertThat(new Dirac(2).create(Shape.of(3, 4, 0), SAMPLER)).isEmpty();
        assertThat(Dirac.DEFAULT.law(Shape.of(0, 3, 4)).mean()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 4,5         | dirac needs a shape of rank 3, 4 or 5, got (4, 5) of rank 2",
                "1 | 1,2,3,4,5,6 | dirac needs a shape of rank 3, 4 or 5, got (1, 2, 3, 4, 5, 6) of rank 6",
                "3 | 3,2,4       | shape (3, 2, 4) has 4 outputs, expected a multiple of the 3 groups",
                "0 | 3,2,4       | groups is 0, expected 1 or more",
            })
    void refuses(int groups, String shape, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dirac(groups).create(Shape.parse(shape), SAMPLER))
                .withMessage(message);
    }
}
