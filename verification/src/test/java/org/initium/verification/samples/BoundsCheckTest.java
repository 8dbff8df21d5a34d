// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;

class BoundsCheckTest {
    private static final ExpectedLaw.Uniform UNIFORM = RightSamples.UNIFORM;
    private static final ExpectedLaw.TruncatedNormal CUT = new ExpectedLaw.TruncatedNormal(0, 0.5);

    private static Verdict check(ExpectedLaw.Random law, float... sample) {
        return new BoundsCheck().check(sample, law, 0);
    }

    @Test
    void aUniformIncludesItsLowerBoundAndNotItsUpper() {
        assertThat(check(UNIFORM, -1, Math.nextDown(1f)).passed()).isTrue();
        assertThat(check(UNIFORM, 1).statistic()).isEqualTo(1);
        assertThat(check(UNIFORM, 1).detail()).contains("element 0 is 1.0");
        assertThat(check(UNIFORM, 0, Math.nextDown(-1f), 5).statistic()).isEqualTo(2);
        assertThat(check(UNIFORM, 0, Math.nextDown(-1f), 5).detail()).contains("element 1 is -1.0000001");
    }

    @Test
    void aClosedUniformIncludesBoth() {
        BoundsCheck closed = new BoundsCheck(true);
        assertThat(closed.check(new float[] {-1, 1}, UNIFORM, 0).passed()).isTrue();
        assertThat(closed.check(new float[] {Math.nextUp(1f)}, UNIFORM, 0).passed())
                .isFalse();
        assertThat(closed.check(new float[] {Math.nextDown(-1f)}, UNIFORM, 0).passed())
                .isFalse();
    }

    @Test
    void aTruncatedNormalMayTouchItsBoundsAndNoMore() {
        assertThat(check(CUT, -1, 1).passed()).isTrue();
        Verdict verdict = check(CUT, 0, Math.nextUp(1f));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).contains("element 1 is 1.0000001");
        assertThat(check(CUT, Math.nextDown(-1f)).passed()).isFalse();
    }

    /** Bounds that are no floats: those of sqrt(6 / 25) are the floats next to them. */
    @Test
    void boundsAreRoundedAsElementsAre() {
        double limit = Math.sqrt(6 / 25.0);
        ExpectedLaw.Uniform law = new ExpectedLaw.Uniform(-limit, limit);
        assertThat(check(law, (float) -limit, Math.nextDown((float) limit)).passed())
                .isTrue();
        assertThat(check(law, (float) limit).passed()).isFalse();
        assertThat(check(law, Math.nextDown((float) -limit)).passed()).isFalse();
    }

    /** What a test of the variance would need a million elements for. */
    @Test
    void aScaleThatIsTooLargeByAThousandthIsFound() {
        for (long seed = 1; seed <= 20; seed++) {
            float[] wide = RightSamples.changed(UNIFORM, seed, 100_000, 1.001, 0);
            assertThat(new BoundsCheck().check(wide, UNIFORM, 0).passed()).isFalse();
            assertThat(new VarianceCheck().check(wide, UNIFORM, 1e-9).passed()).isTrue();
        }
    }
}
