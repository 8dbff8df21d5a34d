// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initium.verification.OtherWeights.filled;
import static org.initium.verification.OtherWeights.normal;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Orthogonal;
import org.initium.init.RandomNormal;
import org.initium.init.RandomUniform;
import org.initium.init.TruncatedNormal;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Right weights pass, each with a false-alarm rate of 1e-6 and fixed seeds, and what cannot be judged is refused. */
class VerifyTest {
    private static final Shape DENSE = Shape.of(25, 20);

    @ParameterizedTest
    @ValueSource(strings = {"he_normal", "glorot_uniform", "random_normal", "zeros", "orthogonal", "sparse"})
    void rightWeightsOfAnyOriginPass(String name) {
        Initializer initializer = Initializers.of(name);
        assertThatCode(() -> Verify.that(name, (shape, seed) -> initializer.create(shape, Samplers.of(Key.of(seed))))
                        .claims(name)
                        .on(DENSE, Shape.of(3, 8))
                        .passes())
                .doesNotThrowAnyException();
    }

    @Test
    void initializersClaimWhatTheyDeclare() {
        assertThatCode(() -> Verify.that(Initializers.heNormal())
                        .on(DENSE)
                        .withSeed(7)
                        .passes()
                        .claims("he_normal")
                        .passes())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Verify.that(Initializers.heNormal())
                        .claims("he_uniform")
                        .on(DENSE)
                        .passes())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("another family");
    }

    @Test
    void whatIsNoLawHasToBeClaimed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Verify.that(new Orthogonal(1)).on(DENSE).passes())
                .withMessageContaining("expected claims(...) before");
        assertThatIllegalStateException()
                .isThrownBy(() -> Verify.that("mine", (shape, seed) -> new float[shape.intSize()])
                        .on(DENSE)
                        .passes())
                .withMessage("nothing is claimed of 'mine', expected claims(...) before");
        assertThatIllegalStateException()
                .isThrownBy(() -> Verify.that(Initializers.heNormal()).passes())
                .withMessageContaining("there is no shape");
    }

    /** Shapes on which a law leaves little or nothing to chance. */
    @ParameterizedTest
    @ValueSource(strings = {"orthogonal", "delta_orthogonal", "sparse", "he_normal", "dirac"})
    void degenerateShapesPass(String name) {
        Initializer initializer = Initializers.of(name);
        Verify right = Verify.that(name, (shape, seed) -> initializer.create(shape, Samplers.of(Key.of(seed))))
                .claims(name);
        if (name.equals("delta_orthogonal") || name.equals("dirac")) {
            right.on(Shape.of(1, 1, 1), Shape.of(3, 1, 1), Shape.of(1, 1, 5)).passes();
        } else {
            right.on(Shape.of(1, 1), Shape.of(1, 5), Shape.of(5, 1), Shape.of(1, 500))
                    .passes();
        }
    }

    /** Bounds whose mean and standard deviation, worked out and put together again, are an ulp off: 391 inputs; 784 and 1,024. */
    @Test
    void boundsMayBeAnyNumbers() {
        Verify.that(Initializers.of("he_uniform"))
                .on(Shape.of(391, 64), Shape.of(113, 64))
                .passes();
        Verify.that(Initializers.of("glorot_uniform")).on(Shape.of(784, 1024)).passes();
        Verify.that(new RandomUniform(1, 1.1)).on(DENSE).passes();
        Verify.that(new TruncatedNormal(0.3, 0.01)).on(DENSE).passes();
    }

    /** Names, shapes and seeds by chance; each of 200 fails with probability 1e-6, with another seed of the test as well. */
    @Test
    void rightInitializersPassOnAnyShape() {
        Random random = new Random(1);
        List<String> names =
                List.of("he_uniform", "glorot_uniform", "lecun_normal", "random_normal", "orthogonal", "sparse");
        for (int i = 0; i < 200; i++) {
            String name = names.get(random.nextInt(names.size()));
            Shape shape = Shape.of(1 + random.nextInt(60), 1 + random.nextInt(60));
            Initializer initializer = Initializers.of(name);
            Verify.that(name, (asked, seed) -> initializer.create(asked, Samplers.of(Key.of(seed))))
                    .claims(name)
                    .on(shape)
                    .withSeed(random.nextLong())
                    .passes();
        }
    }

    /** A layer keeps its weights until they are asked for. */
    @Test
    void producersAreCalledOneAtATime() {
        AtomicInteger inside = new AtomicInteger();
        Verify.that("layer", (shape, seed) -> {
                    int others = inside.getAndIncrement();
                    float[] w = normal(shape, seed, 0.05);
                    inside.decrementAndGet();
                    return others == 0 ? w : filled(shape, Float.NaN);
                })
                .claims("random_normal")
                .on(DENSE, Shape.of(300, 20), Shape.of(30, 200), Shape.of(20, 25))
                .passes();
    }

    @Test
    void eachTensorHasASeedOfItsOwn() {
        Set<Long> seeds = ConcurrentHashMap.newKeySet();
        Verify.that("counted", (shape, seed) -> {
                    seeds.add(seed);
                    return normal(shape, seed, 0.05);
                })
                .claims("random_normal")
                .on(Shape.of(100, 10))
                .byChecks(Pattern.compile("^mean"))
                .passes();
        assertThat(seeds).hasSize(100);
        assertThat(seeds.stream().mapToLong(Long::longValue).max().orElseThrow())
                .isGreaterThan(1L << 55);
    }

    @Test
    void refusesWhatWouldPassUnseen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verify.that(Initializers.heNormal()).on(Shape.of(0, 5)))
                .withMessage("shape (0, 5) has no elements, expected one at least");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verify.that(Initializers.heNormal()).claims("he"))
                .withMessageStartingWith("no law is recorded for initializer 'he', expected one of ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verify.that(new RandomNormal(0, 1))
                        .on(DENSE)
                        .byChecks(Pattern.compile("nonsense"))
                        .passes())
                .withMessageContaining("no check matches 'nonsense'");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Verify.that(new RandomNormal(1, 1e-6)).on(DENSE).passes())
                .withMessageContaining("is 8 steps of a float, expected 32768 at least");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verify.that("theirs", (shape, seed) -> new float[30])
                        .claims("delta_orthogonal")
                        .on(Shape.of(3, 5, 2))
                        .passes())
                .withMessageContaining("expected (spatial ..., in, out) with no more inputs than outputs");
        assertThatNullPointerException()
                .isThrownBy(() -> Verify.that(new RandomNormal(0, 1))
                        .claims(shape -> null)
                        .on(DENSE)
                        .passes())
                .withMessage("law of shape (25, 20)");
        assertThatNullPointerException()
                .isThrownBy(() -> Verify.that(new RandomNormal(0, 1)).on(DENSE, null))
                .withMessage("shape");
    }

    /** A check is named as a report names it, brackets and all. */
    @Test
    void checksAreSelectedByTheirLabels() {
        assertThat(Verify.that(new RandomNormal(0, 1))
                        .on(DENSE)
                        .byChecks(Pattern.compile("mean RandomNormal[mean=0.0, stddev=1.0] (25, 20)"))
                        .summary()
                        .checks())
                .hasSize(1);
    }

    /** Core draws the mean throughout where the deviation is 0; there is nothing that a check of a density could say of it. */
    @Test
    void aDeclaredLawWithoutWidthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verify.that(new RandomNormal(3, 0)).on(DENSE).passes())
                .withMessage("stddev is 0.0, expected a finite number above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verify.that(new RandomUniform(2, 2)).on(DENSE).passes())
                .withMessage("bounds are 2.0 and 2.0, expected a finite range with lower < upper");
    }

    /** The figure of the class comment: what a report says has two digits, rounded up. */
    @ParameterizedTest
    @ValueSource(strings = {"random_normal", "truncated_normal", "random_uniform"})
    void theStandardDeviationThatIsFoundIsAsStated(String name) {
        VerificationSummary summary = Verify.that(Initializers.of(name))
                .on(DENSE)
                .byChecks(Pattern.compile("^variance"))
                .summary();
        assertThat(summary.checks()).singleElement().satisfies(check -> {
            assertThat(check.detail()).startsWith("N = 100000;");
            String[] detects = check.detects().split(" ", 2);
            assertThat(Double.parseDouble(detects[0])).isBetween(0.011, 0.015);
            assertThat(detects[1]).isEqualTo("relative error of the standard deviation");
        });
    }

    /** Its 40,000 rows would leave three columns of 100,000 elements, in which every row's share of zeros would pass. */
    @Test
    void aTallSparseMatrixIsDrawnOftenEnough() {
        VerificationSummary summary = Verify.that(Initializers.of("sparse"))
                .claims("sparse")
                .on(Shape.of(40_000, 1))
                .byChecks(Pattern.compile("^zero_rows"))
                .passes()
                .summary();
        assertThat(summary.checks().get(0).detail()).startsWith("N = 100 columns");
    }
}
