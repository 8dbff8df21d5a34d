// SPDX-License-Identifier: Apache-2.0
package org.initium.init.conv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.initium.Shape;
import org.initium.init.Law;
import org.initium.init.conv.Stft.Scaling;
import org.initium.init.conv.Stft.Side;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class StftTest {
    private static final Sampler SAMPLER = Samplers.of(Key.of(1));
    private static final double U = 0x1p-24;

    static List<JsonNode> recordings() {
        return Recordings.of("stft.json", "kernels");
    }

    private static Stft recorded(JsonNode recording) {
        JsonNode window = recording.get("window");
        JsonNode scaling = recording.get("scaling");
        return new Stft(
                Side.of(recording.get("side").asString()),
                window.isNull()
                        ? NamedWindow.NONE
                        : window.isArray() ? given(window) : NamedWindow.of(window.asString()),
                scaling.isNull() ? Scaling.NONE : Scaling.of(scaling.asString()),
                recording.get("periodic").asBoolean());
    }

    private static Window given(JsonNode values) {
        return Window.of(IntStream.range(0, values.size())
                .mapToDouble(i -> values.get(i).asDouble())
                .toArray());
    }

    /**
     * Keras's own values on three backends that divide by the number of points. Both sides make the same float of the angle.
     * The cosine of either backend is within 2 ulp (4 u), ours within half; the product and the quotient are within u on each
     * side; a sum of n floats in whatever order within n u, squares one more. So they agree within (10 + n) u of the value.
     */
    @ParameterizedTest
    @MethodSource("recordings")
    void agreesWithKeras(JsonNode recording) {
        Shape shape = Recordings.shape(recording);
        float[] w = recorded(recording).create(shape, SAMPLER);
        double tolerance = (10 + shape.dim(0)) * U;
        for (String backend : new String[] {"numpy", "torch", "tensorflow"}) {
            float[] expected = Recordings.floats(recording.get(backend));
            assertThat(w).hasSameSizeAs(expected);
            for (int i = 0; i < w.length; i++) {
                assertThat(w[i])
                        .as("element %d of %s on %s", i, recording, backend)
                        .isCloseTo(expected[i], within((float) (tolerance * Math.abs(expected[i]))));
            }
        }
    }

    /**
     * JAX multiplies by 1 / N: its angles are off by two more roundings, so by up to 3 u of at most 2 pi t (k / N) <= pi n,
     * and so are the cosines; times the largest element that a window can make.
     */
    @ParameterizedTest
    @MethodSource("recordings")
    void agreesWithJaxUpToItsAngles(JsonNode recording) {
        Shape shape = Recordings.shape(recording);
        Stft stft = recorded(recording);
        float[] w = stft.create(shape, SAMPLER);
        float[] expected = Recordings.floats(recording.get("jax"));
        double largest = stft.law(shape).upper();
        double tolerance = (3 * Math.PI * shape.dim(0) + 10 + shape.dim(0)) * U * largest;
        for (int i = 0; i < w.length; i++) {
            assertThat((double) w[i]).isCloseTo(expected[i], within(tolerance));
        }
    }

    /** The transform's own definition in double precision; the angle's error is that of Stft's documentation. */
    @ParameterizedTest
    @EnumSource(Side.class)
    void isTheFourierTransform(Side side) {
        int frame = 100;
        int bins = 33;
        float[] w = new Stft(side, NamedWindow.NONE, Scaling.DENSITY, false).create(Shape.of(frame, 1, bins), SAMPLER);
        for (int t = 0; t < frame; t++) {
            for (int k = 0; k < bins; k++) {
                double angle = -2 * Math.PI * t * k / (2 * (bins - 1));
                double exact = side == Side.REAL ? Math.cos(angle) : Math.sin(angle);
                assertThat((double) w[t * bins + k]).isCloseTo(exact, within((3.5 * Math.abs(angle) + 1) * U));
            }
        }
    }

    /** The law is that of the exact transform: off by the angles' roundings and those of sums in double precision. */
    @ParameterizedTest
    @MethodSource("recordings")
    void lawIsThatOfTheElements(JsonNode recording) {
        Shape shape = Recordings.shape(recording);
        Law law = recorded(recording).law(shape);
        float[] w = recorded(recording).create(shape, SAMPLER);
        double sum = 0;
        double squares = 0;
        for (float value : w) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / w.length;
        double each = (3.5 * Math.PI * shape.dim(0) + 10 + shape.dim(0)) * U * law.upper();
        assertThat(law.mean()).isCloseTo(mean, within(each));
        assertThat(law.stddev() * law.stddev())
                .isCloseTo(squares / w.length - mean * mean, within(4 * each * law.upper()));
        for (float value : w) {
            assertThat((double) value).isBetween(law.lower() - each, law.upper() + each);
        }
    }

    /** A frame longer than the transform, where the sums over bins begin anew. */
    @ParameterizedTest
    @EnumSource(Side.class)
    void lawOfALongFrame(Side side) {
        Stft stft = new Stft(side, Window.of(0, 0, 0, 0, 0, 0, 0, 2, 3, 1), Scaling.NONE, false);
        Shape shape = Shape.of(10, 1, 5);
        double sum = 0;
        for (float value : stft.create(shape, SAMPLER)) {
            sum += value;
        }
        assertThat(stft.law(shape).mean()).isCloseTo(sum / 50, within(3.5 * Math.PI * 10 * U * 3));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void slicesAreThePartsOfTheWhole(JsonNode recording) {
        Shape shape = Recordings.shape(recording);
        Stft stft = recorded(recording);
        assertThat(Recordings.raggedly(stft, shape, SAMPLER)).isEqualTo(stft.create(shape, SAMPLER));
    }

    @Test
    void emptyKernels() {
        assertThat(Stft.DEFAULT.create(Shape.of(8, 1, 0), SAMPLER)).isEmpty();
        Stft plain = new Stft(Side.REAL, NamedWindow.NONE, Scaling.NONE, false);
        assertThat(plain.create(Shape.of(0, 1, 3), SAMPLER)).isEmpty();
        assertThat(plain.law(Shape.of(0, 1, 3)).stddev()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8,5     | stft needs a shape (frame, 1, bins), got (8, 5) of rank 2",
                "2,8,1,5 | stft needs a shape (frame, 1, bins), got (2, 8, 1, 5) of rank 4",
                "8,2,5   | stft needs a shape (frame, 1, bins), got (8, 2, 5) (Keras takes any number",
                "8,1,1   | stft needs two bins or more, got shape (8, 1, 1)",
                "2,1,5   | the 2 values of window hann are all 0, expected another one to scale by density",
            })
    void refusesShapes(String shape, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stft.DEFAULT.create(Shape.parse(shape), SAMPLER))
                .withMessageStartingWith(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stft.DEFAULT.law(Shape.parse(shape)))
                .withMessageStartingWith(message);
    }

    @Test
    void refusesNamesAndWindows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Side.of("left"))
                .withMessage("side 'left' is unknown, expected one of real, imag");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaling.of("l2"))
                .withMessage("scaling 'l2' is unknown, expected one of none, density, spectrum");
        Stft given = new Stft(Side.REAL, Window.of(1, 2, 3), Scaling.NONE, false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given.create(Shape.of(4, 1, 5), SAMPLER))
                .withMessage("window has 3 values, expected the frame's 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.of(1, Double.NaN))
                .withMessageStartingWith("window[1] is NaN, expected a finite number");
    }
}
