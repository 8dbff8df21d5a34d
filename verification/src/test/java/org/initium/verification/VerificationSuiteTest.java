// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Law;
import org.initium.nn.Activation;
import org.initium.nn.Loss;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.verification.groups.Bounds;
import org.initium.verification.groups.SampledGroup;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.CheckResult;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.HistogramData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The statistical correctness run of the build: the whole default suite, green. */
class VerificationSuiteTest {
    private static VerificationSummary summary;

    @BeforeAll
    static void runOnce() {
        summary = VerificationSuite.run(Options.DEFAULT, ProgressListener.NONE);
    }

    private static VerificationSummary run(String only, long seed) {
        return VerificationSuite.run(new Options(Pattern.compile(only), seed, false), ProgressListener.NONE);
    }

    @Test
    void everyCheckPasses() {
        assertThat(summary.failures()).isEmpty();
        assertThat(summary.passed()).isTrue();
        assertThat(summary.headline())
                .contains("all passed")
                .contains("at most 1.0e-06")
                .contains("seed 42");
    }

    @Test
    void theFalseAlarmRateIsAtMostOneInAMillion() {
        // A sum of m terms that are each rounded: m 2^-53 of it.
        assertThat(summary.falseAlarmRate()).isCloseTo(1e-6, within(1e-6 * 1000 * 0x1p-53));
        assertThat(summary.checks()).allSatisfy(check -> {
            assertThat(check.alpha()).isBetween(0.0, 1e-6 / 100);
            assertThat(check.meaning()).isNotEmpty();
            assertThat(check.detail()).isNotEmpty();
        });
    }

    /** No check leaves its detectable fault to a default: it names a size, and only exact ones count single things. */
    @Test
    void everyCheckSaysWhichFaultItIsSureToFind() {
        Set<String> counting = Set.of(
                "finite",
                "exact_values",
                "stray_values",
                "zero_count",
                "dead_gradient",
                "unbroken_symmetry",
                "epoch",
                "same_seed",
                "other_seed",
                "extreme_words");
        assertThat(summary.checks()).allSatisfy(check -> {
            assertThat(check.detects()).matches("\\d+(\\.\\d+)?(e[-+]\\d\\d)? [a-z].{10,}");
            assertThat(check.detects().startsWith("1 ")).isEqualTo(counting.contains(check.check()));
            if (check.alpha() > 0) {
                assertThat(check.detail()).startsWith("N = ");
            }
        });
    }

    @Test
    void everyInitializerIsCheckedOnSixShapesAtLeast() {
        Map<String, Set<String>> shapes = new TreeMap<>();
        for (CheckResult result : summary.checks()) {
            shapes.computeIfAbsent(result.subject(), name -> new TreeSet<>()).add(result.shape());
        }
        assertThat(Initializers.names())
                .allSatisfy(name -> assertThat(shapes.get(name)).as(name).hasSizeGreaterThanOrEqualTo(6));
    }

    @Test
    void everyLayerActivationAndLossHasItsGradientChecked() {
        List<String> subjects = new ArrayList<>();
        for (CheckResult result : summary.checks()) {
            if (result.check().equals("gradient")) {
                subjects.add(result.subject());
            }
        }
        assertThat(subjects).contains("dense kernel", "dense bias", "dense input", "embedding table");
        assertThat(subjects)
                .containsAll(Arrays.stream(Activation.values())
                        .map(Activation::kerasName)
                        .toList());
        assertThat(subjects)
                .containsAll(Arrays.stream(Loss.values()).map(Loss::kerasName).toList());
    }

    @Test
    void everyRandomInitializerHasAHistogram() {
        List<String> random = new ArrayList<>(Initializers.names());
        random.removeAll(List.of("zeros", "ones", "constant", "identity", "dirac", "stft"));
        // Most elements of these are 0, which no density shows.
        random.removeAll(List.of("sparse", "delta_orthogonal"));
        random.addAll(List.of("variance_scaling fan_out", "variance_scaling fan_avg", "variance_scaling fan_geo_avg"));
        assertThat(summary.pictures(HistogramData.class))
                .extracting(HistogramData::initializer)
                .containsExactlyElementsOf(random);
        assertThat(summary.pictures(HistogramData.class)).allSatisfy(histogram -> {
            double width = (histogram.upper() - histogram.lower()) / 60;
            long total = histogram.below() + histogram.above();
            double mass = 0;
            for (int i = 0; i < 60; i++) {
                total += histogram.counts()[i];
                mass += histogram.density()[i] * width;
            }
            assertThat(total).isEqualTo(784 * 128);
            // Less than 1e-5 lies beyond 4.5 standard deviations; the midpoint rule over 60 bins is good to 1e-3.
            assertThat(mass).isCloseTo(1, within(1e-3));
            for (int i = 0; i < 60; i++) {
                // Counts are within 6.5 standard deviations of a Poisson count, 1e-10 each, and 2 % for the rule.
                double expected = histogram.density()[i] * width * total;
                assertThat((double) histogram.counts()[i])
                        .isCloseTo(expected, within(6.5 * Math.sqrt(expected + 1) + 0.02 * expected + 3));
            }
        });
    }

    @Test
    void theComponentsAreThoseOfTheFileFormat() {
        assertThat(CheckResult.class.getRecordComponents())
                .extracting("name")
                .containsExactly(
                        "check",
                        "subject",
                        "shape",
                        "statistic",
                        "threshold",
                        "meaning",
                        "passed",
                        "detail",
                        "alpha",
                        "detects");
        assertThat(HistogramData.class.getRecordComponents())
                .extracting("name")
                .containsExactly("initializer", "law", "lower", "upper", "counts", "below", "above", "density");
        assertThat(VerificationSummary.class.getRecordComponents())
                .extracting("name")
                .containsExactly("version", "seed", "full", "checks", "pictures", "seconds");
    }

    @Test
    void aSelectionGivesTheSameFiguresAsTheWhole() {
        VerificationSummary part = run("variance he_\\w+ \\(3, 5", Options.DEFAULT_SEED);
        assertThat(part.checks()).hasSize(2);
        assertThat(summary.checks()).containsAll(part.checks());
        assertThat(part.pictures(HistogramData.class)).isEmpty();
        assertThat(run("finite he_normal \\(784", 42).pictures(HistogramData.class))
                .hasSize(1);
    }

    @Test
    void theSeedDecidesTheSample() {
        CheckResult one = run("mean he_normal \\(25, 20", 1).checks().get(0);
        CheckResult two = run("mean he_normal \\(25, 20", 2).checks().get(0);
        assertThat(one.statistic()).isNotEqualTo(two.statistic());
        assertThat(run("mean he_normal \\(25, 20", 1).checks()).containsExactly(one);
    }

    @Test
    void aFullRunDrawsTenTimesTheSample() {
        Options full = new Options(Pattern.compile("(mean he_normal|sign orthogonal) \\((25, 20|2, 2)"), 42, true);
        assertThat(VerificationSuite.run(full, ProgressListener.NONE).checks())
                .extracting(CheckResult::detail)
                .satisfiesExactly(
                        mean -> assertThat(mean).startsWith("N = 1000000;"),
                        sign -> assertThat(sign).startsWith("N = 50000 matrices"));
    }

    @Test
    void nothingSelectedIsAnErrorAndNotASuccess() {
        assertThatThrownBy(() -> run("no such check", 42))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such check");
    }

    @Test
    void theListenerHearsEveryCheckOnce() {
        List<String> heard = new ArrayList<>();
        VerificationSummary part = VerificationSuite.run(
                new Options(Pattern.compile("gradient"), 42, false),
                (done, total, result) -> heard.add(done + "/" + total + " " + result.subject()));
        assertThat(heard).hasSameSizeAs(part.checks());
        // Groups run at the same time, so that any may be the first.
        assertThat(heard.get(0)).startsWith("1/" + heard.size() + " ");
    }

    /** An initializer that throws fails its checks in words; the others still run. */
    @Test
    void whatThrowsHasFailed() {
        Initializer broken = new Initializer() {
            @Override
            public Law law(Shape shape) {
                return new Law.Normal(0, 1);
            }

            @Override
            public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
                throw new IllegalStateException("out of randomness");
            }
        };
        CheckGroup group =
                new SampledGroup("broken", broken, Shape.of(784, 128), new ExpectedLaw.Normal(0, 1), Bounds.HALF_OPEN);
        VerificationSummary result = VerificationSuite.run(List.of(group), Options.DEFAULT, ProgressListener.NONE);
        assertThat(result.passed()).isFalse();
        assertThat(result.pictures()).isEmpty();
        assertThat(result.failures())
                .extracting(CheckResult::check)
                .containsExactly(
                        "finite",
                        "mean",
                        "variance",
                        "tail_counts",
                        "equal_bins",
                        "kolmogorov_smirnov",
                        "anderson_darling",
                        "legendre_moments",
                        "serial_correlation",
                        "same_seed",
                        "other_seed");
        assertThat(result.failures().get(1).detail()).contains("out of randomness");
        assertThat(result.falseAlarmRate()).isCloseTo(1e-6, within(1e-20));
        assertThat(result.headline()).contains("11 FAILED");
    }

    @Test
    void noChecksAreNoSuccess() {
        assertThat(new VerificationSummary("1", 42, false, List.of(), List.of(), 0).passed())
                .isFalse();
    }

    @Test
    void planningDrawsNothing() {
        Initializer never = new Initializer() {
            @Override
            public Law law(Shape shape) {
                throw new AssertionError("planning asked for the law");
            }

            @Override
            public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
                throw new AssertionError("planning drew a sample");
            }
        };
        assertThat(new SampledGroup("never", never, Shape.of(5), new ExpectedLaw.Normal(0, 1), Bounds.HALF_OPEN)
                        .plan(Key.of(1), Effort.DEFAULT))
                .hasSize(12);
    }
}
