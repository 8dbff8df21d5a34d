// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.samples.Draws;
import org.initium.verification.stats.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedBlockCheckTest {
    private static float[] normals(int seed, int n, double stddev) {
        float[] x = new float[n];
        Samplers.of(Key.of(seed)).normal(0, stddev, Slice.all(n), x, 0);
        return x;
    }

    private static Draws of(float[] x, double stddev) {
        return new Draws(x, new ExpectedLaw.Normal(0, stddev));
    }

    @Test
    void rightParametersPass() {
        for (int seed = 0; seed < 10; seed++) {
            Verdict verdict = SharedBlockCheck.check(List.of(
                    of(normals(2 * seed, 100_000, 1), 1), of(normals(2 * seed + 1, 50_000, 0.03), 0.03)));
            assertThat(verdict.passed()).as(verdict.toString()).isTrue();
            assertThat(verdict.detail()).startsWith("N = 150000 elements of 2 parameters");
        }
    }

    /** A copy of another scale, anywhere in the other: found as surely as stated. */
    @Test
    void theDetectableCopyIsFound() {
        int length = (int) SharedBlockCheck.check(List.of(of(normals(0, 100, 1), 1)))
                .detects()
                .size();
        Trials.assertFound(3000, seed -> !copied(seed, length, 1 / 3f).passed());
        Trials.assertMissed(100, seed -> !copied(seed, 5, 1 / 3f).passed());
    }

    private static Verdict copied(int seed, int length, float scale) {
        float[] one = normals(seed, 300, 1);
        float[] other = normals(seed + 100_000, 300, scale);
        int from = seed % (300 - length);
        int to = seed * 7 % (300 - length);
        for (int i = 0; i < length; i++) {
            other[to + i] = one[from + i] * scale;
        }
        return SharedBlockCheck.check(List.of(of(one, 1), of(other, scale)));
    }

    /** The place is named, and one that is as large as can be counted as often as it begins. */
    @Test
    void aShiftedCopyIsFoundInWords() {
        float[] one = normals(1, 1000, 1);
        Verdict verdict = SharedBlockCheck.check(List.of(of(one, 1), of(Arrays.copyOfRange(one, 17, 917), 1)));
        assertThat(verdict.statistic()).isEqualTo(900 - 5);
        assertThat(verdict.detail()).endsWith("; the block at 0 of parameter 1 is that at 17 of parameter 0");
    }

    @Test
    void aCopyWithinOneParameterIsFound() {
        float[] x = normals(1, 1000, 1);
        System.arraycopy(x, 100, x, 600, 6);
        assertThat(SharedBlockCheck.check(List.of(of(x, 1))).statistic()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 3, Float.NaN, Float.POSITIVE_INFINITY})
    void equalElementsAreFound(float value) {
        float[] x = new float[20];
        Arrays.fill(x, value);
        assertThat(SharedBlockCheck.check(List.of(of(x, 1))).passed()).isFalse();
    }

    @Test
    void parametersShorterThanABlockAreNoMatter() {
        assertThat(SharedBlockCheck.check(List.of(of(new float[3], 1), of(new float[0], 1), of(normals(1, 100, 1), 1)))
                        .passed())
                .isTrue();
    }

    /** None, or one block and nothing for it to be a copy of. */
    @Test
    void parametersWithoutTwoBlocksFailInWords() {
        assertThat(SharedBlockCheck.check(List.of()).passed()).isFalse();
        Verdict verdict = SharedBlockCheck.check(List.of(of(normals(1, 6, 1), 1), of(normals(2, 5, 1), 1)));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).isEqualTo("blocks of 6 elements in 2 parameters: 1, expected 2 or more");
        assertThat(SharedBlockCheck.check(List.of(of(normals(1, 7, 1), 1))).passed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void oneElementThatIsNotFiniteFailsInWords(float value) {
        float[] x = normals(1, 100, 1);
        x[70] = value;
        Verdict verdict = SharedBlockCheck.check(List.of(of(normals(2, 100, 1), 1), of(x, 1)));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).isEqualTo("element 70 of parameter 1 is " + value);
    }

    /**
     * So many elements, of which each falls into another cell with probability 2^-8, hold six in a row that stay but for the probability
     * of the Javadoc: by the length of the row that stays, element by element.
     */
    @Test
    void theDetectableCopyHoldsABlock() {
        double elements = SharedBlockCheck.check(List.of(of(normals(0, 100, 1), 1)))
                .detects()
                .size();
        double[] row = new double[6];
        row[0] = 1;
        for (int element = 0; element < elements; element++) {
            double[] next = new double[6];
            for (int length = 0; length < 6; length++) {
                next[0] += row[length] * 0x1p-8;
                if (length < 5) {
                    next[length + 1] = row[length] * (1 - 0x1p-8);
                }
            }
            row = next;
        }
        assertThat(Arrays.stream(row).sum()).isCloseTo(4.9e-5, within(0.05e-5));
    }
}
