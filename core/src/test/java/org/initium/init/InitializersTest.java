// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitializersTest {
    private static final Sampler SAMPLER = Samplers.of(Key.of(7));

    static Set<String> names() {
        return Initializers.names();
    }

    /** Two shapes of 377 and 279 elements that the initializer takes. */
    private static Shape[] shapes(String name) {
        return switch (name) {
            case "stft" -> new Shape[] {Shape.of(13, 1, 29), Shape.of(31, 1, 9)};
            case "dirac", "delta_orthogonal" -> new Shape[] {Shape.of(1, 13, 29), Shape.of(31, 3, 3)};
            default -> new Shape[] {Shape.of(13, 29), Shape.of(31, 9)};
        };
    }

    @Test
    void allOfKerasAndTheTutorialsAndMore() {
        assertThat(Initializers.names())
                .containsExactlyInAnyOrder(
                        "zeros",
                        "ones",
                        "constant",
                        "identity",
                        "random_uniform",
                        "random_normal",
                        "truncated_normal",
                        "variance_scaling",
                        "glorot_uniform",
                        "glorot_normal",
                        "he_uniform",
                        "he_normal",
                        "lecun_uniform",
                        "lecun_normal",
                        "orthogonal",
                        "stft",
                        "small_random",
                        "sparse",
                        "dirac",
                        "delta_orthogonal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Initializers.of("he-normal"))
                .withMessageStartingWith("initializer 'he-normal' is unknown, expected one of zeros, ones, constant");
    }

    /**
     * The laws of Keras 3's defaults for (784, 128), from the papers' formulas: variance 2 / (in + out) = 1/456 for
     * Glorot, 2 / in = 1/392 for He, 1 / in for LeCun. Doubles agree to 1e-15 relative.
     */
    @ParameterizedTest
    @CsvSource({
        "random_uniform, -0.05, 0.05, 0.028867513459481287",
        "random_normal, -Infinity, Infinity, 0.05",
        "truncated_normal, -0.1, 0.1, 0.043981283051711989",
        "variance_scaling, -0.0812033738813, 0.0812033738813, 0.035714285714285712",
        "glorot_uniform, -0.081110710565381, 0.081110710565381, 0.046829290579084706",
        "glorot_normal, -0.106475498962, 0.106475498962, 0.046829290579084706",
        "he_uniform, -0.08748177652797065, 0.08748177652797065, 0.050507627227610534",
        "he_normal, -0.114838912653, 0.114838912653, 0.050507627227610534",
        "lecun_uniform, -0.061858957413174, 0.061858957413174, 0.035714285714285712",
        "lecun_normal, -0.0812033738813, 0.0812033738813, 0.035714285714285712",
        "small_random, -Infinity, Infinity, 0.01",
    })
    void laws(String name, double lower, double upper, double stddev) {
        Law law = Initializers.of(name).law(Shape.of(784, 128));
        assertThat(law.mean()).isZero();
        assertThat(law.stddev())
                .as("standard deviation of %s on (784, 128): its scale, its fan or the constant of truncation", name)
                .isCloseTo(stddev, within(1e-15));
        if (Double.isFinite(upper)) {
            assertThat(law.lower()).as("lower bound of %s", name).isCloseTo(lower, within(1e-12));
            assertThat(law.upper()).as("upper bound of %s", name).isCloseTo(upper, within(1e-12));
        } else {
            assertThat(law.upper()).isInfinite();
        }
    }

    /** The standard deviation of a normal cut at two sigma, from its closed form with phi(2) and Phi(2) to 20 digits. */
    @Test
    void truncationConstant() {
        double phi = Math.exp(-2) / Math.sqrt(2 * Math.PI);
        double mass = 0.95449973610364158560;
        assertThat(Law.TruncatedNormal.STANDARD_STDDEV)
                .as("constant of truncation")
                .isCloseTo(Math.sqrt(1 - 4 * phi / mass), within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"FAN_IN, 105", "FAN_OUT, 165", "FAN_AVG, 135", "FAN_GEO_AVG, 131.62446581088184"})
    void varianceScalingModes(VarianceScaling.Mode mode, double fan) {
        Shape shape = Shape.of(3, 5, 7, 11);
        for (VarianceScaling.Distribution distribution : VarianceScaling.Distribution.values()) {
            VarianceScaling initializer = new VarianceScaling(3, mode, distribution);
            assertThat(initializer.law(shape).stddev())
                    .as("standard deviation of variance_scaling by %s, %s", mode, distribution)
                    .isCloseTo(Math.sqrt(3 / fan), within(1e-15));
        }
        VarianceScaling axes = new VarianceScaling(1, mode, VarianceScaling.Distribution.UNIFORM)
                .withAxes(new int[] {0}, new int[] {0});
        assertThat(axes.law(shape).stddev()).isCloseTo(Math.sqrt(1 / 3.0), within(1e-15));
    }

    @Test
    void spellingsAndBadNames() {
        assertThat(VarianceScaling.Distribution.of("normal")).isEqualTo(VarianceScaling.Distribution.TRUNCATED_NORMAL);
        assertThat(VarianceScaling.Distribution.of("truncated_normal"))
                .isEqualTo(VarianceScaling.Distribution.TRUNCATED_NORMAL);
        assertThat(VarianceScaling.Distribution.of("untruncated_normal"))
                .isEqualTo(VarianceScaling.Distribution.UNTRUNCATED_NORMAL);
        assertThat(VarianceScaling.Distribution.of("uniform")).isEqualTo(VarianceScaling.Distribution.UNIFORM);
        assertThat(VarianceScaling.Mode.of("fan_avg")).isEqualTo(VarianceScaling.Mode.FAN_AVG);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VarianceScaling.Mode.of("fan"))
                .withMessage("mode 'fan' is unknown, expected one of fan_in, fan_out, fan_avg, fan_geo_avg");
    }

    /** Empty fans count as 1: Keras divides by max(1, fan). */
    @Test
    void emptyShapesGiveNoElements() {
        assertThat(Initializers.heNormal().create(Shape.of(0, 5), SAMPLER)).isEmpty();
        assertThat(Initializers.of("orthogonal").create(Shape.of(0, 5), SAMPLER))
                .isEmpty();
        assertThat(Initializers.of("identity").create(Shape.of(3, 0), SAMPLER)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void sliceEqualsThePartOfTheWhole(String name) {
        Initializer initializer = Initializers.of(name);
        for (Shape shape : shapes(name)) {
            float[] whole = initializer.create(shape, SAMPLER);
            for (int[] part : new int[][] {{0, 1}, {1, 100}, {30, 30}, {70, 201}, {200, 79}, {11, 0}}) {
                float[] out = new float[part[1] + 2];
                Arrays.fill(out, Float.NaN);
                initializer.fill(shape, SAMPLER, new Slice(whole.length, part[0], part[1]), out, 1);
                assertThat(Arrays.copyOfRange(out, 1, 1 + part[1]))
                        .isEqualTo(Arrays.copyOfRange(whole, part[0], part[0] + part[1]));
                assertThat(out).startsWith(Float.NaN).endsWith(Float.NaN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void badSlicesAreRefused(String name) {
        Initializer initializer = Initializers.of(name);
        Shape shape = shapes(name)[1];
        float[] out = new float[279];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> initializer.fill(shape, SAMPLER, new Slice(280, 0, 279), out, 0))
                .withMessageContaining("slice of a tensor of 280 elements");
        assertThatThrownBy(() -> initializer.fill(shape, SAMPLER, Slice.all(279), out, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(out).containsOnly(0);
        Shape large = shape.rank() == 2 ? Shape.of(65536, 65536) : Shape.of(65536, 1, 65536);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> initializer.create(large, SAMPLER))
                .withMessageContaining("4294967296 elements, more than the 2147483647 of one array");
    }

    @Test
    void constants() {
        assertThat(Initializers.zeros().create(Shape.of(2, 3), SAMPLER)).containsOnly(0);
        assertThat(Initializers.ones().create(Shape.of(4), SAMPLER)).containsOnly(1);
        assertThat(new Constant(0.1).create(Shape.of(), SAMPLER)).containsExactly(0.1f);
    }

    @Test
    void identityMayBeRectangularAndNegative() {
        assertThat(new Identity(2).create(Shape.of(2, 3), SAMPLER)).containsExactly(2, 0, 0, 0, 2, 0);
        assertThat(new Identity(1).create(Shape.of(3, 2), SAMPLER)).containsExactly(1, 0, 0, 1, 0, 0);
        float[] negative = new Identity(-1).create(Shape.of(2, 2), SAMPLER);
        assertThat(Float.floatToRawIntBits(negative[1])).isEqualTo(0x80000000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identity(1).create(Shape.of(2, 2, 2), SAMPLER))
                .withMessage(
                        "identity needs a shape of rank 2, got (2, 2, 2) of rank 3, for which Keras raises ValueError");
        Law law = new Identity(3).law(Shape.of(2, 3));
        assertThat(law.mean()).isCloseTo(1, within(1e-15));
        assertThat(law.stddev()).isCloseTo(Math.sqrt(2), within(1e-15));
    }

    @Test
    void badParametersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomNormal(0, -1))
                .withMessage("stddev is -1.0, expected 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TruncatedNormal(Double.NaN, 1))
                .withMessageStartingWith("mean is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomUniform(2, 1))
                .withMessage("minval 2.0 is above maxval 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Constant(1e39))
                .withMessageStartingWith("value is 1.0E39");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new VarianceScaling(0, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.UNIFORM))
                .withMessage("scale is 0.0, expected a number above 0 within a float's range");
    }
}
