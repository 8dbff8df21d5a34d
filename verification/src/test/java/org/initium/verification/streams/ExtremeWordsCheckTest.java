// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.samples.BoundsCheck;
import org.junit.jupiter.api.Test;

class ExtremeWordsCheckTest {
    private static final Key KEY = Key.of(8).child(2);
    private static final ExpectedLaw.Uniform UNIFORM = new ExpectedLaw.Uniform(-1, 1);
    private static final ExpectedLaw.TruncatedNormal CUT = new ExpectedLaw.TruncatedNormal(0, 1);

    /** The native sampler with its elements changed. */
    private record Changed(DoubleUnaryOperator change) implements Sampler {
        private void change(Slice slice, float[] out, int offset) {
            for (int i = offset; i < offset + slice.count(); i++) {
                out[i] = (float) change.applyAsDouble(out[i]);
            }
        }

        @Override
        public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {
            Samplers.of(KEY).uniform(minval, maxval, slice, out, offset);
            change(slice, out, offset);
        }

        @Override
        public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
            Samplers.of(KEY).normal(mean, stddev, slice, out, offset);
            change(slice, out, offset);
        }

        @Override
        public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
            Samplers.of(KEY).truncatedNormal(mean, stddev, slice, out, offset);
            change(slice, out, offset);
        }
    }

    @Test
    void theNativeSamplerKeepsToItsBounds() {
        for (ExpectedLaw.Random law : new ExpectedLaw.Random[] {UNIFORM, CUT}) {
            Verdict verdict = ExtremeWordsCheck.check(Samplers.of(KEY), KEY, law);
            assertThat(verdict.passed()).as(verdict.detail()).isTrue();
            // 32 are expected, 8 or fewer once in 10^7 keys.
            assertThat(Integer.parseInt(verdict.detail().replaceAll("\\D", ""))).isBetween(9, 80);
        }
    }

    /** A bound that one word of 2^24 reaches: no sample of 10^6 is sure to show it. */
    @Test
    void aUniformThatIsClosedIsFound() {
        Sampler closed = new Changed(x -> x >= 1 - 0x1p-23 ? 1 : x);
        float[] sample = new float[100_000];
        closed.uniform(-1, 1, Slice.all(sample.length), sample, 0);
        assertThat(new BoundsCheck().check(sample, UNIFORM, 0).passed()).isTrue();
        Verdict verdict = ExtremeWordsCheck.check(closed, KEY, UNIFORM);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).contains(" is 1.0");
    }

    /** Beyond either bound, of elements that some 10^-7 of all words make. */
    @Test
    void aTruncatedNormalThatLeaksIsFound() {
        assertThat(ExtremeWordsCheck.check(new Changed(z -> z > 1.999999 ? 2.5 : z), KEY, CUT)
                        .passed())
                .isFalse();
        assertThat(ExtremeWordsCheck.check(new Changed(z -> z < -1.999999 ? -2.5 : z), KEY, CUT)
                        .passed())
                .isFalse();
    }

    @Test
    void aNaNIsFound() {
        Verdict verdict = ExtremeWordsCheck.check(new Changed(z -> z > 1.999999 ? Double.NaN : z), KEY, CUT);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).contains("NaN");
    }

    /** Some 64 of the 2^26 words that radii are made of; 24 or fewer once in 10^8 keys. */
    @Test
    void nativeNormalsReachAsFarAsTheirWords() {
        for (int child = 0; child < 3; child++) {
            Key key = KEY.child(child);
            Verdict verdict = ExtremeWordsCheck.checkNormal(Samplers.of(key), key);
            assertThat(verdict.passed()).as(verdict.detail()).isTrue();
            String[] figures = verdict.detail().split("[^\\d.]+");
            assertThat(Integer.parseInt(figures[1])).isBetween(25, 130);
            // Of a word of 21 zeros: sqrt(-2 ln 2^-21) and sqrt(-2 ln 2^-32).
            assertThat(Double.parseDouble(figures[2])).isBetween(5.39, 6.661);
        }
    }

    /** A tail that is cut where no sample of 10^6 ends; one that is moved by 2^-18 of itself; pairs on the mean; NaN. */
    @Test
    void normalsThatDoNotReachAsFarAreFound() {
        assertNormalFails(z -> Math.max(-5, Math.min(5, z)));
        assertNormalFails(z -> Math.abs(z) > 5 ? z * (1 + 0x1p-18) : z);
        assertNormalFails(z -> Math.abs(z) < 0.0004 ? 0 : z);
        assertNormalFails(z -> z > 5 ? Double.NaN : z);
    }

    private static void assertNormalFails(DoubleUnaryOperator change) {
        Verdict verdict = ExtremeWordsCheck.checkNormal(new Changed(change), KEY);
        assertThat(verdict.passed()).as(verdict.detail()).isFalse();
    }
}
