// SPDX-License-Identifier: Apache-2.0
package org.initium.init.conv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Law;
import org.initium.jax.JaxKey;
import org.initium.keras.JaxSampler;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DeltaOrthogonalTest {
    private static final Sampler SAMPLER = Samplers.of(Key.of(1));

    static List<JsonNode> recordings() {
        return Recordings.of("delta_orthogonal.json", "kernels");
    }

    /**
     * JAX's kernels of the same keys. Its factorisation is in floats, ours in doubles: 1e-5 of the gain is 168 units of
     * float rounding, with room for the condition of matrices of these sizes. The zeros are exact.
     */
    @ParameterizedTest
    @MethodSource("recordings")
    void agreesWithJax(JsonNode recording) {
        Shape shape = Recordings.shape(recording);
        double gain = recording.get("gain").asDouble();
        float[] matrix = Recordings.floats(recording.get("matrix"));
        int first = recording.get("first").asInt();
        float[] w = new DeltaOrthogonal(gain)
                .create(shape, JaxSampler.of(JaxKey.of(recording.get("seed").asLong())));
        for (int i = 0; i < w.length; i++) {
            if (i < first || i >= first + matrix.length) {
                assertThat(Float.floatToRawIntBits(w[i])).isZero();
            } else {
                assertThat((double) w[i]).isCloseTo(matrix[i - first], within(1e-5 * gain));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'3,3,5', 1", "'2,2,4,6', -2", "'3,1,4,2,2', 1", "'1,1,7', 0"})
    void slicesAreThePartsOfTheWhole(String text, double gain) {
        Shape shape = Shape.parse(text);
        DeltaOrthogonal initializer = new DeltaOrthogonal(gain);
        float[] whole = initializer.create(shape, SAMPLER);
        assertThat(Recordings.raggedly(initializer, shape, SAMPLER)).isEqualTo(whole);
        // The rows have length |gain|: the sum of squares is in * gain^2, as the law says; each carries two roundings.
        double squares = 0;
        for (float value : whole) {
            squares += (double) value * value;
        }
        double expected = shape.dim(-2) * gain * gain;
        Law law = initializer.law(shape);
        assertThat(squares).isCloseTo(expected, within(4 * 0x1p-24 * expected));
        assertThat(law.stddev() * law.stddev() * whole.length).isCloseTo(expected, within(8 * 0x1p-53 * expected));
    }

    @Test
    void emptyKernels() {
        assertThat(DeltaOrthogonal.DEFAULT.create(Shape.of(0, 3, 4), SAMPLER)).isEmpty();
        assertThat(DeltaOrthogonal.DEFAULT.create(Shape.of(3, 0, 4), SAMPLER)).isEmpty();
        assertThat(DeltaOrthogonal.DEFAULT.law(Shape.of(0, 0, 0)).upper()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4,5         | delta_orthogonal needs a shape of rank 3, 4 or 5, got (4, 5) of rank 2",
                "1,2,3,4,5,6 | delta_orthogonal needs a shape of rank 3, 4 or 5, got (1, 2, 3, 4, 5, 6) of rank 6",
                "3,3,4,2     | delta_orthogonal needs at least as many outputs as inputs, got shape (3, 3, 4, 2) with 4 inputs"
                        + " and 2 outputs",
            })
    void refusesShapes(String shape, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeltaOrthogonal.DEFAULT.create(Shape.parse(shape), SAMPLER))
                .withMessage(message);
    }

    @Test
    void refusesAMatrixTooLargeBeforeItWrites() {
        float[] out = new float[5];
        Arrays.fill(out, 7);
        Shape shape = Shape.of(3, 65536, 65536);
        Slice fromBeforeTheMiddle = new Slice(shape.size(), shape.size() / 3 - 2, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeltaOrthogonal.DEFAULT.fill(shape, SAMPLER, fromBeforeTheMiddle, out, 0))
                .withMessageContaining("more than the 2147483647 of one array");
        assertThat(out).containsOnly(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeltaOrthogonal(Double.NaN))
                .withMessageStartingWith("gain is NaN");
    }
}
