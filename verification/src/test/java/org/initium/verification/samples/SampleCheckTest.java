// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCheckTest {
    private static final double ALPHA = 3e-9;
    private static final ExpectedLaw.Uniform UNIFORM = new ExpectedLaw.Uniform(-1, 1);
    private static final ExpectedLaw.TruncatedNormal CUT = new ExpectedLaw.TruncatedNormal(0, 0.5);

    static List<SampleCheck> all() {
        return List.of(
                new FiniteCheck(),
                new BoundsCheck(),
                new MeanCheck(),
                new VarianceCheck(),
                new KolmogorovSmirnovCheck(),
                new AndersonDarlingCheck());
    }

    private static float[] sample() {
        float[] x = new float[10_000];
        Samplers.of(Key.of(3)).uniform(-1, 1, Slice.all(x.length), x, 0);
        return x;
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRightSamplePasses(SampleCheck check) {
        Verdict verdict = check.check(sample(), UNIFORM, ALPHA);
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.detail()).contains("N = 10000");
        assertThat(verdict.alpha()).isEqualTo(check.statistical() ? ALPHA : 0);
    }

    /** One such element in a sample that is otherwise right, and all of them. */
    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aSampleThatIsNotFiniteFailsEveryCheckInWords(float bad) {
        float[] one = sample();
        one[77] = bad;
        float[] every = new float[1000];
        Arrays.fill(every, bad);
        for (SampleCheck check : all()) {
            assertThat(check.check(one, UNIFORM, ALPHA).passed())
                    .as(check.name())
                    .isFalse();
            assertThat(check.check(every, UNIFORM, ALPHA).passed())
                    .as(check.name())
                    .isFalse();
            assertThat(check.check(one, UNIFORM, ALPHA).detail()).contains("element 77 is " + bad);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void aSampleTooSmallIsRefusedInWords(int n) {
        for (SampleCheck check : List.of(
                new MeanCheck(), new VarianceCheck(), new KolmogorovSmirnovCheck(), new AndersonDarlingCheck())) {
            assertThatThrownBy(() -> check.check(new float[n], UNIFORM, ALPHA))
                    .as(check.name())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anEmptySampleIsNotFinite() {
        assertThat(new FiniteCheck().check(new float[0]).passed()).isFalse();
    }

    @Test
    void aUniformIncludesItsLowerBoundAndNotItsUpper() {
        BoundsCheck check = new BoundsCheck();
        assertThat(check.check(new float[] {-1, Math.nextDown(1f)}, UNIFORM, 0).passed())
                .isTrue();
        assertThat(check.check(new float[] {1}, UNIFORM, 0).statistic()).isEqualTo(1);
        assertThat(check.check(new float[] {0, Math.nextDown(-1f), 5}, UNIFORM, 0)
                        .statistic())
                .isEqualTo(2);
    }

    @Test
    void aTruncatedNormalMayTouchItsBoundsAndNoMore() {
        BoundsCheck check = new BoundsCheck();
        assertThat(check.check(new float[] {-1, 1}, CUT, 0).passed()).isTrue();
        Verdict verdict = check.check(new float[] {0, Math.nextUp(1f)}, CUT, 0);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).contains("element 1 is 1.0000001");
    }
}
