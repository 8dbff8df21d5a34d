// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples that are none: refused or failed in words by every check, whatever the law, at strict rates and at lenient ones. */
class SampleFaultTest {
    private static final int N = 10_000;
    private static final List<Double> RATES = List.of(1e-9, 1e-3);

    /** A check and a law, whether or not the suite has the one judge the other. */
    record Pair(SampleCheck check, ExpectedLaw.Random law) {
        @Override
        public String toString() {
            return check.name() + " " + law;
        }
    }

    /** Every check there is, with every law. */
    static List<Pair> pairs() throws ReflectiveOperationException {
        List<Pair> pairs = new ArrayList<>();
        for (Class<?> type : SampleCheck.class.getPermittedSubclasses()) {
            SampleCheck check = type == SerialCorrelationCheck.class
                    ? SerialCorrelationCheck.ofStream()
                    : (SampleCheck) type.getDeclaredConstructor().newInstance();
            RightSamples.LAWS.forEach(law -> pairs.add(new Pair(check, law)));
        }
        return pairs;
    }

    /** Whether the law has got what the check is about: bounds, or tails. */
    private static boolean suits(Pair pair) {
        boolean bounded = Double.isFinite(pair.law.bound());
        return switch (pair.check.name()) {
            case "bounds", "edge_gap" -> bounded;
            case "tail_counts" -> !bounded;
            default -> true;
        };
    }

    private static Verdict verdict(Pair pair, float[] sample, double alpha) {
        return pair.check.check(sample, pair.law, alpha);
    }

    private static void assertFails(Pair pair, float[] sample, String... words) {
        for (double alpha : RATES) {
            Verdict verdict = verdict(pair, sample, alpha);
            assertThat(verdict.passed()).as("%s at %s", pair, alpha).isFalse();
            assertThat(verdict.detail()).contains(words);
        }
    }

    private static float[] right(Pair pair) {
        return RightSamples.of(pair.law, 3, N);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aRightSamplePasses(Pair pair) {
        if (suits(pair)) {
            Verdict verdict = verdict(pair, RightSamples.of(pair.law, 3, 10 * N), 1e-9);
            assertThat(verdict.passed()).as(verdict.detail()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsNotFiniteIsNamed(Pair pair) {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            float[] one = right(pair);
            one[77] = bad;
            assertFails(pair, one, "element 77 is " + bad);
            float[] last = right(pair);
            last[N - 1] = bad;
            assertFails(pair, last, "element " + (N - 1) + " is " + bad);
            float[] every = new float[N];
            Arrays.fill(every, bad);
            assertFails(pair, every, "element 0 is " + bad);
        }
    }

    /** On the mean, beside it, and on either bound if there are some. That these are finite is all that can be said for them. */
    @ParameterizedTest
    @MethodSource("pairs")
    void aConstantIsNamed(Pair pair) {
        double sd = pair.law.stddev();
        List<Double> constants = new ArrayList<>(
                List.of(pair.law.mean(), pair.law.mean() + sd / 2, pair.law.mean() - sd, pair.law.mean() + 1e-3 * sd));
        if (Double.isFinite(pair.law.bound())) {
            constants.addAll(List.of(pair.law.lower(), pair.law.upper()));
        }
        for (double constant : constants) {
            float[] sample = new float[N];
            Arrays.fill(sample, (float) constant);
            if (!(pair.check instanceof FiniteCheck)) {
                assertFails(pair, sample, "all of the " + N + " elements are " + (float) constant);
            }
        }
    }

    @Test
    void oneElementThatDiffersIsEnoughToBeJudged() {
        float[] sample = new float[N];
        sample[N - 1] = 0.5f;
        assertThat(new MeanCheck().check(sample, RightSamples.UNIFORM, 1e-9).passed())
                .isTrue();
        assertThat(new VarianceCheck().check(sample, RightSamples.UNIFORM, 1e-9).detail())
                .contains("standard deviation");
    }

    /** Too small means that every sample would pass: if it is not refused, then one as far off as can be fails. */
    @ParameterizedTest
    @MethodSource("pairs")
    void aSampleTooSmallIsRefused(Pair pair) {
        for (int n : new int[] {0, 1, 3, 5, 20}) {
            float[] right = RightSamples.of(pair.law, 3, n);
            float[] far = right.clone();
            for (int i = 0; i < n; i++) {
                far[i] = (float) (pair.law.mean() + (10 + i * 0x1p-10) * pair.law.stddev());
            }
            for (double alpha : RATES) {
                try {
                    verdict(pair, right, alpha);
                } catch (IllegalArgumentException refused) {
                    assertThat(refused.getMessage()).containsPattern("too few|empty|expected");
                    continue;
                }
                if (n == 0) {
                    assertFails(pair, right, "N = 0");
                } else if (suits(pair) && !(pair.check instanceof FiniteCheck)) {
                    assertThat(verdict(pair, far, alpha).passed())
                            .as("%s of %s at %s", pair, n, alpha)
                            .isFalse();
                }
            }
        }
    }

    /** At the rate of a strict suite no statistic makes anything of five elements. */
    @ParameterizedTest
    @MethodSource("pairs")
    void fiveElementsAreTooFew(Pair pair) {
        if (pair.check.statistical() && !(pair.check instanceof TailCountsCheck)) {
            assertThatThrownBy(() -> verdict(pair, RightSamples.of(pair.law, 3, 5), 1e-9))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** A law that has not got what the check is about. */
    @ParameterizedTest
    @MethodSource("pairs")
    void aLawThatDoesNotSuitIsRefused(Pair pair) {
        if (!suits(pair) && pair.check.statistical()) {
            assertThatThrownBy(() -> verdict(pair, right(pair), 1e-9)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** One element of 1,000 a tenth of the range above the upper bound; or, where there is none, at ten standard deviations. */
    @ParameterizedTest
    @MethodSource("pairs")
    void oneInAThousandOutOfRangeIsFound(Pair pair) {
        boolean bounded = Double.isFinite(pair.law.bound());
        float outside = (float) (pair.law.mean() + (bounded ? 1.2 * pair.law.bound() : 10) * pair.law.stddev());
        float[] sample = RightSamples.of(pair.law, 3, 10 * N);
        for (int i = 500; i < sample.length; i += 1000) {
            sample[i] = outside;
        }
        List<String> find = bounded ? List.of("bounds", "equal_bins") : List.of("variance", "tail_counts");
        if (find.contains(pair.check.name())) {
            assertFails(pair, sample, "N = " + sample.length);
        }
        if (pair.check instanceof BoundsCheck && bounded) {
            assertFails(pair, sample, "element 500 is " + outside);
        }
    }
}
