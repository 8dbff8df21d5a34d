// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.oddities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.Tensor;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.keras.Backend;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.identify.fit.Candidate;
import org.initium.verification.identify.fit.Posterior;
import org.initium.verification.identify.fit.Sample;
import org.initium.verification.identify.fit.Structure;
import org.initium.verification.identify.fit.Structures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdditiesTest {
    private static final Shape SHAPE = Shape.of(80, 60);

    /** 5 samplers, 4 laws, 6 seeds and 2 shapes; each of a dozen figures is odd by chance at most once in 10^6. */
    @Test
    void soundWeightsAreNotOdd() {
        for (int seed = 0; seed < 6; seed++) {
            for (String name : List.of("he_normal", "glorot_uniform", "random_normal", "lecun_uniform")) {
                for (Shape shape : List.of(SHAPE, Shape.of(3, 3, 8, 16))) {
                    Initializer initializer = Initializers.of(name);
                    assertThat(odd(shape, initializer.create(shape, Samplers.of(Key.of(seed)))))
                            .isEmpty();
                    for (Backend backend : Backend.values()) {
                        assertThat(odd(shape, initializer.create(shape, backend.sampler(seed))))
                                .as("%s on %s, seed %d", name, backend, seed)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void seesWhatIsNotFinite(float value) {
        float[] x = weights();
        x[1234] = value;
        x[4000] = value;
        List<Oddity> odd = Oddities.notFinite(new Tensor(SHAPE, x));
        assertThat(odd).hasSize(1);
        assertThat(odd.get(0).name()).isEqualTo("not_finite");
        assertThat(odd.get(0).found())
                .isEqualTo((Float.isNaN(value) ? "2 NaN and 0" : "0 NaN and 2")
                        + " infinite of 4800 elements, the first at 1234");
        assertThat(Oddities.notFinite(new Tensor(SHAPE, weights()))).isEmpty();
    }

    @Test
    void seesUnbrokenSymmetry() {
        assertThat(names(SHAPE, new float[4800])).containsExactly("unbroken_symmetry");
        // A bias of zeros is as it should be.
        assertThat(names(Shape.of(4800), new float[4800])).isEmpty();
        // One unit has no twin.
        assertThat(names(Shape.of(4800, 1), new float[4800])).isEmpty();
    }

    /** Not a row, nor at a row's beginning: 500 elements from 2,345 on as from 17. */
    @Test
    void seesRepeatedBlocks() {
        Oddity odd = only(x -> System.arraycopy(x, 17, x, 2345, 500));
        assertThat(odd.name()).isEqualTo("repeated_blocks");
        assertThat(odd.found()).contains("500 elements repeat earlier runs, the longest of 500 from 2345 as from 17");
    }

    @Test
    void seesTiles() {
        Oddity odd = only(
                x -> {
                    for (int i = 0; i < x.length; i++) {
                        x[i] = x[i % 1999];
                    }
                },
                "repeated_blocks");
        assertThat(odd.found()).contains("from 1999 as from 0");
    }

    @Test
    void seesClippedTails() {
        Oddity odd = only(
                x -> {
                    for (int i = 0; i < x.length; i++) {
                        x[i] = Math.max(-0.09f, Math.min(0.09f, x[i]));
                    }
                },
                "clipped");
        assertThat(odd.found()).contains("-0.09").contains("0.09");
    }

    @Test
    void seesWhatIsNeverNegative() {
        Oddity odd = only(
                x -> {
                    for (int i = 0; i < x.length; i++) {
                        x[i] = Math.abs(x[i]);
                    }
                },
                "one_sign");
        assertThat(odd.found()).startsWith("no element is negative");
    }

    /** Laws from 0 on, and laws many standard deviations from 0, have one sign by nature; the last is of no law known here. */
    @Test
    void lawsOfOneSignAreNotOdd() {
        Sampler sampler = Samplers.of(Key.of(6));
        float[] x = new float[4800];
        for (double upper : new double[] {0.01, 1, 0.3}) {
            sampler.uniform(0, upper, Slice.all(SHAPE), x, 0);
            assertThat(names(SHAPE, x)).as("up to %s", upper).isEmpty();
        }
        for (double mean : new double[] {5, -5}) {
            sampler.normal(mean, 0.1, Slice.all(SHAPE), x, 0);
            assertThat(names(SHAPE, x)).as("about %s", mean).isEmpty();
            for (int i = 0; i < x.length; i++) {
                x[i] += i % 2 == 0 ? 1 : 0;
            }
            assertThat(names(SHAPE, x)).as("two about %s", mean).doesNotContain("one_sign");
        }
        // A normal about 1.5 standard deviations has 7 % of the other sign.
        sampler.normal(0.15, 0.1, Slice.all(SHAPE), x, 0);
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.abs(x[i]);
        }
        assertThat(names(SHAPE, x)).contains("one_sign");
    }

    @ParameterizedTest
    @CsvSource({"0xFFFF0000, bfloat16", "0xFFFFE000, float16", "0xFFFFFF00, coarser"})
    void seesCoarseWeights(String mask, String made) {
        int bits = Integer.parseUnsignedInt(mask.substring(2), 16);
        Oddity odd = only(
                x -> {
                    for (int i = 0; i < x.length; i++) {
                        x[i] = Float.intBitsToFloat(Float.floatToRawIntBits(x[i]) & bits);
                    }
                },
                "coarse");
        assertThat(odd.found()).contains(made);
    }

    /** A hundred among 4,800; sound ones have one or two. */
    @Test
    void seesDuplicates() {
        Oddity odd = only(
                x -> {
                    for (int i = 0; i < 100; i++) {
                        x[i + 2500] = x[37 * i];
                    }
                },
                "duplicates");
        assertThat(odd.found()).containsPattern("4800 elements other than 0 have 4(70|69)\\d values only");
    }

    @Test
    void seesZeros() {
        Oddity odd = only(
                x -> {
                    for (int i = 0; i < 5; i++) {
                        x[911 * i] = 0;
                    }
                },
                "zeros");
        assertThat(odd.found()).isEqualTo("5 of 4800 elements are exactly 0");
    }

    /** A weight of 2,000 standard deviations, as an inverse error function of 1 clamped to absolute bounds leaves it. */
    @Test
    void seesOutliers() {
        Oddity odd = only(x -> x[3000] = 100, "outliers");
        assertThat(odd.found()).startsWith("1 elements are farther than");
    }

    @Test
    void seesWhatLiesBeyondTheCut() {
        float[] x = Initializers.heNormal().create(SHAPE, Samplers.of(Key.of(1)));
        x[5] = (float) (2.9 * Math.sqrt(2.0 / 80));
        assertThat(names(SHAPE, x)).containsExactly("beyond_the_cut");
        assertThat(odd(SHAPE, x).get(0).chance()).isEmpty();
    }

    @Test
    void seesCorrelatedNeighbours() {
        Oddity odd = only(
                x -> {
                    for (int i = 1; i < x.length; i++) {
                        x[i] += 0.3f * x[i - 1];
                    }
                },
                "correlated_neighbours");
        // An autoregression: correlation 0.3, standard error 1 / sqrt(4800) = 0.014.
        double r = Double.parseDouble(odd.found().substring(odd.found().lastIndexOf(' ') + 1));
        assertThat(r).isCloseTo(0.3, within(0.06));
    }

    /** Along columns, too: each row a little like the one above. */
    @Test
    void seesCorrelatedRows() {
        Oddity odd = only(
                x -> {
                    for (int i = 60; i < x.length; i++) {
                        x[i] += 0.3f * x[i - 60];
                    }
                },
                "correlated_neighbours");
        assertThat(odd.found()).startsWith("elements 60 apart");
    }

    @Test
    void seesFansCountedWrongly() {
        Shape shape = Shape.of(5, 5, 8, 24);
        float[] x = new float[shape.intSize()];
        double limit = Math.sqrt(6.0 / 8);
        Samplers.of(Key.of(1)).uniform(-limit, limit, Slice.all(shape), x, 0);
        assertThat(names(shape, x)).containsExactly("layout");
        Oddity layout = odd(shape, x).get(0);
        assertThat(layout.found()).contains("he_uniform with fans without the receptive field, posterior 1.000");
        // How likely the law is bounds nothing that independent draws do.
        assertThat(layout.chance()).isEmpty();
    }

    static float[] weights() {
        return Initializers.of("random_normal").create(SHAPE, Samplers.of(Key.of(4)));
    }

    /** The one oddity of sound weights after a change. */
    static Oddity only(Consumer<float[]> change) {
        float[] x = weights();
        change.accept(x);
        List<Oddity> odd = odd(SHAPE, x);
        assertThat(odd).isNotEmpty();
        Oddity last = odd.get(odd.size() - 1);
        assertThat(last.chance().orElseThrow()).isLessThan(Chance.ODD);
        return last;
    }

    /** The oddity of this name of sound weights after a change; there may be others. */
    static Oddity only(Consumer<float[]> change, String name) {
        float[] x = weights();
        change.accept(x);
        List<Oddity> odd =
                odd(SHAPE, x).stream().filter(o -> o.name().equals(name)).toList();
        assertThat(odd).as("%s among %s", name, odd(SHAPE, x)).hasSize(1);
        assertThat(odd.get(0).chance().orElseThrow()).isLessThan(Chance.ODD);
        return odd.get(0);
    }

    static List<String> names(Shape shape, float[] x) {
        return odd(shape, x).stream().map(Oddity::name).toList();
    }

    private static List<Oddity> odd(Shape shape, float[] x) {
        Sample sample = Sample.of(new Tensor(shape, x));
        Optional<Structure> structure = Structures.of(sample);
        Optional<Candidate> best = structure.isPresent()
                ? Optional.empty()
                : Posterior.of(sample).stream().findFirst().filter(Candidate::fits);
        return Oddities.of(sample, structure, best);
    }
}
