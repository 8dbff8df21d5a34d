// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.initium.Shape;
import org.initium.Tensor;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Orthogonal;
import org.initium.init.RandomNormal;
import org.initium.init.RandomUniform;
import org.initium.jax.JaxInit;
import org.initium.jax.JaxKey;
import org.initium.keras.Backend;
import org.initium.keras.GlobalSeed;
import org.initium.nn.Activation;
import org.initium.nn.Sequential;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.torch.FanMode;
import org.initium.torch.Nonlinearity;
import org.initium.torch.TorchGenerator;
import org.initium.torch.TorchInit;
import org.initium.verification.identify.fit.Posterior;
import org.initium.verification.identify.fit.Sample;
import org.initium.verification.identify.fit.Structure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedSearchTest {
    private static final long LARGEST = 500;
    private static final Shape SHAPE = Shape.of(30, 20);
    private static final SeedSearch.Listener SILENT = (done, total) -> {};

    @ParameterizedTest
    @ValueSource(strings = {"he_normal", "glorot_uniform", "random_normal", "lecun_normal"})
    void findsInitializerSeedAndSampler(String name) {
        Initializer initializer = Initializers.of(name);
        for (String sampler : List.of("native", "jax", "torch", "tensorflow", "numpy")) {
            SeedMatch match = only(search(SHAPE, initializer.create(SHAPE, sampler(sampler, 321)), LARGEST));
            assertThat(match.seed()).isEqualTo(321);
            assertThat(match.sampler()).isEqualTo(sampler);
            assertThat(match.seeding()).isEqualTo("seed");
            assertThat(match.initializers()).contains(name);
            assertThat(match.differing()).isZero();
        }
    }

    /** Parameters of their own: round ones are found to the bit, others up to factor and shift. */
    @Test
    void findsSeedsOfAnyParameters() {
        for (Backend backend : Backend.values()) {
            Sampler sampler = backend.sampler(42);
            SeedMatch uniform = only(search(SHAPE, new RandomUniform(-1.5, 0.25).create(SHAPE, sampler), LARGEST));
            assertThat(uniform.initializers()).containsExactly("random_uniform(minval=-1.5, maxval=0.25)");
            SeedMatch normal = only(search(SHAPE, new RandomNormal(-0.7, 1.9).create(SHAPE, sampler), LARGEST));
            assertThat(normal.initializers()).containsExactly("random_normal(mean=-0.7, stddev=1.9)");
            SeedMatch odd = only(search(SHAPE, new RandomNormal(0, Math.PI / 100).create(SHAPE, sampler), LARGEST));
            assertThat(odd.exact()).isFalse();
            assertThat(odd.seed()).isEqualTo(42);
            assertThat(odd.differing()).isZero();
        }
    }

    @Test
    void findsPyTorchsAndJaxsOwnInitializers() {
        float[] linear = TorchInit.kaimingUniform(
                SHAPE, Math.sqrt(5), FanMode.FAN_IN, Nonlinearity.LEAKY_RELU, TorchGenerator.of(7));
        SeedMatch torch = only(search(SHAPE, linear, LARGEST));
        assertThat(torch.sampler()).isEqualTo("torch");
        assertThat(torch.initializers()).contains("torch.nn.init.kaiming_uniform_(a=sqrt(5))");
        SeedMatch jax = only(search(SHAPE, JaxInit.lecunNormal().create(JaxKey.of(9), SHAPE), LARGEST));
        assertThat(jax.seeding()).isEqualTo("jax.random.key(seed)");
        assertThat(jax.initializers()).contains("jax.nn.initializers.lecun_normal()");
    }

    @Test
    void findsSeedsOfWholePrograms() {
        long first = GlobalSeed.of(13).nextSeed();
        float[] kernel = Initializers.glorotUniform().create(SHAPE, Backend.TENSORFLOW.sampler(first));
        SeedMatch keras = only(search(SHAPE, kernel, LARGEST));
        assertThat(keras.seed()).isEqualTo(13);
        assertThat(keras.sampler()).isEqualTo("tensorflow");
        assertThat(keras.seeding()).isEqualTo("keras.utils.set_random_seed(seed), initializer 0");
        assertThat(keras.initializers()).contains("glorot_uniform");
        // What ./initium train --seed 17 begins with.
        Sequential mlp = Sequential.mlp(
                new int[] {8, 30, 20},
                Activation.RELU,
                Initializers.heNormal(),
                Initializers.zeros(),
                Key.of(17).child(0),
                1);
        SeedMatch trained = only(search(SHAPE, mlp.named().get("dense_1/kernel").value(), LARGEST));
        assertThat(trained.seed()).isEqualTo(17);
        assertThat(trained.seeding()).endsWith("dense layer 1");
        assertThat(trained.initializers()).contains("he_normal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60,20", "20,60", "100,80", "3,3,3,7", "5,3"})
    void findsSeedsOfOrthogonalMatrices(String dimensions) {
        Shape shape = Shape.parse(dimensions);
        for (String sampler : List.of("native", "jax", "torch", "tensorflow", "numpy")) {
            float[] q = new Orthogonal(1.5).create(shape, sampler(sampler, 99));
            SeedMatch match = only(SeedSearch.orthogonal(sample(shape, q), Kind.ORTHOGONAL, LARGEST, SILENT));
            assertThat(match.seed()).isEqualTo(99);
            assertThat(match.sampler()).isEqualTo(sampler);
            assertThat(match.differing()).isZero();
            assertThat(match.factor()).isBetween(1.4999, 1.5001);
        }
    }

    @ParameterizedTest
    @CsvSource({"'40,5,3', ORTHOGONAL_OUT_IN", "'6,5,3', ORTHOGONAL_OUT_IN", "'20,60', ORTHOGONAL"})
    void findsSeedsOfPyTorchsOrthogonalMatrices(String dimensions, Kind kind) {
        Shape shape = Shape.parse(dimensions);
        float[] q = TorchInit.orthogonal(shape, 1, TorchGenerator.of(5));
        SeedMatch match = only(SeedSearch.orthogonal(sample(shape, q), kind, LARGEST, SILENT));
        assertThat(match.seed()).isEqualTo(5);
        assertThat(match.sampler()).isEqualTo("torch");
        assertThat(match.differing()).isZero();
    }

    /** Rounded to bfloat16, the seed is found and no initializer is, for their bits are gone. */
    @Test
    void findsSeedsOfRoundedWeights() {
        float[] x = Initializers.heNormal().create(SHAPE, Backend.JAX.sampler(77));
        for (int i = 0; i < x.length; i++) {
            x[i] = Float.intBitsToFloat(Float.floatToRawIntBits(x[i]) + 0x8000 & 0xFFFF0000);
        }
        SeedMatch match = only(search(SHAPE, x, LARGEST));
        assertThat(match.seed()).isEqualTo(77);
        assertThat(match.exact()).isFalse();
        assertThat(match.differing()).isZero();
    }

    /** Fine-tuned at the end: the beginning tells the seed, and how much was changed is said. */
    @Test
    void countsWhatWasChanged() {
        float[] x = Initializers.heUniform().create(SHAPE, Samplers.of(Key.of(31)));
        for (int i = 580; i < 600; i++) {
            x[i] = -x[i];
        }
        SeedMatch match = only(search(SHAPE, x, LARGEST));
        assertThat(match.seed()).isEqualTo(31);
        assertThat(match.exact()).isFalse();
        assertThat(match.differing()).isEqualTo(20);
    }

    @Test
    void anotherSeedIsNotFound() {
        float[] x = Initializers.heUniform().create(SHAPE, Samplers.of(Key.of(LARGEST + 1)));
        SeedReport report = search(SHAPE, x, LARGEST);
        assertThat(report.matches()).isEmpty();
        assertThat(report.skipped()).isEmpty();
        assertThat(report.largest()).isEqualTo(LARGEST);
        // 501 seeds, 17 ways, three families; (4 * 2^-19)^14 for each but for the spread.
        assertThat(report.accident()).isLessThan(1e-50);
        assertThat(only(search(SHAPE, x, LARGEST + 1)).seed()).isEqualTo(LARGEST + 1);
    }

    @Test
    void tellsHowFarItHasCome() {
        List<Long> done = new ArrayList<>();
        float[] x = Initializers.heUniform().create(SHAPE, Samplers.of(Key.of(-1)));
        SeedSearch.independent(sample(SHAPE, x), EnumSet.of(Family.UNIFORM), List.of(), 70_000, (n, total) -> {
            assertThat(total).isEqualTo(2 * 70_001);
            done.add(n);
        });
        assertThat(done).containsExactly(65_536L, 70_001L, 70_001L + 65_536, 2 * 70_001L);
    }

    @Test
    void whatCannotTellSeedsIsNotSearched() {
        assertThat(search(Shape.of(3), new float[] {1, 2, 4}, LARGEST).skipped())
                .contains("3 elements are too few");
        assertThat(search(Shape.of(5), new float[] {1, 2, 4, 8, 3}, LARGEST).skipped())
                .contains("2 significant bits are too coarse");
        Shape shape = Shape.of(2, 2);
        float[] q = Orthogonal.DEFAULT.create(shape, Samplers.of(Key.of(1)));
        assertThat(SeedSearch.orthogonal(sample(shape, q), Kind.ORTHOGONAL, LARGEST, SILENT)
                        .skipped())
                .contains("columns of 2 elements are too short");
    }

    /** Whatever a probe thinks of itself: the whole tensor is not made more often than 32 times. */
    @Test
    void probesThatMatchAllSeedsAreGivenUp() {
        for (long largest : new long[] {4, 5, 70_000}) {
            AtomicLong probed = new AtomicLong();
            AtomicLong replayed = new AtomicLong();
            Probe all = new Probe() {
                @Override
                public boolean matches(Source source, long seed) {
                    probed.incrementAndGet();
                    return true;
                }

                @Override
                public double accident() {
                    return 0;
                }
            };
            SeedReport report = SeedSearch.report(List.of(all), largest, SILENT, hit -> {
                replayed.incrementAndGet();
                return new SeedMatch(hit.source().sampler(), hit.source().seeding(), hit.seed(), List.of(), 0, 1, 0);
            });
            // Six ways from a seed to a tensor: 5 seeds match 30 times; one round is the last.
            long hits = Math.min(largest + 1, 1 << 16) * Source.DIRECT.size();
            assertThat(probed).hasValue(hits);
            assertThat(replayed).hasValue(largest == 4 ? 30 : 0);
            assertThat(report.matches()).hasSize(largest == 4 ? 30 : 0);
            assertThat(report.skipped())
                    .isEqualTo(
                            largest == 4
                                    ? ""
                                    : "given up, as a few elements match " + hits
                                            + " times and so do not tell seeds apart");
        }
    }

    static Sampler sampler(String name, long seed) {
        return name.equals("native")
                ? Samplers.of(Key.of(seed))
                : Backend.of(name).sampler(seed);
    }

    static SeedReport search(Shape shape, float[] x, long largest) {
        return SeedSearch.independent(
                sample(shape, x), EnumSet.allOf(Family.class), Posterior.labels(), largest, SILENT);
    }

    static Sample sample(Shape shape, float[] x) {
        return Sample.of(new Tensor(shape, x));
    }

    static SeedMatch only(SeedReport report) {
        assertThat(report.matches()).hasSize(1);
        return report.matches().get(0);
    }
}
