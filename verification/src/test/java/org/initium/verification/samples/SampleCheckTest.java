// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleCheckTest {
    private static final int N = 100_000;

    static List<SampleFaultTest.Pair> pairs() throws ReflectiveOperationException {
        return SampleFaultTest.pairs();
    }

    /** Of a sample as large as the suite's, on the suite's two rates. */
    @ParameterizedTest
    @MethodSource("pairs")
    void theVerdictStatesSizeRateAndPower(SampleFaultTest.Pair pair) {
        SampleCheck check = pair.check();
        ExpectedLaw.Random law = check instanceof TailCountsCheck ? RightSamples.NORMAL : RightSamples.CUT;
        double last = Double.POSITIVE_INFINITY;
        for (double alpha : new double[] {1e-9, 1e-3}) {
            Verdict verdict = check.check(RightSamples.of(law, 5, N), law, alpha);
            assertThat(verdict.passed()).as(verdict.detail()).isTrue();
            assertThat(verdict.detail()).startsWith("N = " + N);
            assertThat(verdict.alpha()).isEqualTo(check.statistical() ? alpha : 0);
            // What is seen at a lenient rate is not larger than what is seen at a strict one.
            assertThat(verdict.detects().size()).isPositive().isLessThanOrEqualTo(last);
            assertThat(verdict.detects().fault()).isNotBlank();
            last = verdict.detects().size();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void namesAreSnakeCase(SampleFaultTest.Pair pair) {
        assertThat(pair.check().name()).matches("[a-z]+(_[a-z]+)*");
    }

    /** The largest, so that an overflow would show. */
    @Test
    void theLargestFloatsAreFiniteAndFail() {
        float[] sample = new float[N];
        Arrays.fill(sample, Float.MAX_VALUE);
        for (int i = 0; i < N; i += 2) {
            sample[i] = -Float.MAX_VALUE;
        }
        assertThat(new FiniteCheck().check(sample, RightSamples.NORMAL, 1e-9).passed())
                .isTrue();
        assertThat(new VarianceCheck().check(sample, RightSamples.NORMAL, 1e-9).passed())
                .isFalse();
        assertThat(new TailCountsCheck()
                        .check(sample, RightSamples.NORMAL, 1e-9)
                        .passed())
                .isFalse();
    }
}
