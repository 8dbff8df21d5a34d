// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.SparseLaw;
import org.initium.verification.stats.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZeroRowsCheckTest {
    private static final double ALPHA = 1e-3;
    private static final int COLUMNS = 400;
    private static final SparseLaw LAW = new SparseLaw(3, COLUMNS, 1, new ExpectedLaw.Normal(0, 1));

    /** One matrix with a zero in each column: in the first row with this probability, otherwise in the two others alike. */
    private static Verdict verdict(int seed, double first) {
        float[] u = new float[COLUMNS];
        Samplers.of(Key.of(seed)).uniform(0, 1, Slice.all(COLUMNS), u, 0);
        float[] matrix = new float[3 * COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            int row = u[column] < first ? 0 : u[column] < (1 + first) / 2 ? 1 : 2;
            for (int i = 0; i < 3; i++) {
                matrix[i * COLUMNS + column] = i == row ? 0 : 1;
            }
        }
        return ZeroRowsCheck.check(matrix, LAW, ALPHA);
    }

    @Test
    void rightMatricesFailNoMoreOftenThanStated() {
        Trials.assertSize(ALPHA, 5000, seed -> !verdict(seed, 1 / 3.0).passed());
    }

    @Test
    void theDetectableFaultIsFound() {
        double off = verdict(0, 1 / 3.0).detects().size();
        assertThat(off).isBetween(0.05, 0.25);
        Trials.assertFound(3000, seed -> !verdict(seed, 1 / 3.0 + off).passed());
        Trials.assertFound(3000, seed -> !verdict(seed, 1 / 3.0 - off).passed());
        Trials.assertMissed(300, seed -> !verdict(seed, 1 / 3.0 + off / 3).passed());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3 * COLUMNS - 1, 3 * COLUMNS + 3})
    void whatIsNoWholeMatrixFailsInWords(int elements) {
        Verdict verdict = ZeroRowsCheck.check(new float[elements], LAW, ALPHA);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).isEqualTo("N = " + elements + " elements, expected whole matrices of 3 x 400");
    }

    /** Ten rows and five columns, all zeros in the first row: the share is off 0.9, and {@code sqrt(ln(20 / 1e-3) / 10)} is 0.995. */
    @Test
    void tooFewColumnsAreRefused() {
        float[] matrix = new float[50];
        Arrays.fill(matrix, 5, 50, 1);
        SparseLaw law = new SparseLaw(10, 5, 1, new ExpectedLaw.Normal(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZeroRowsCheck.check(matrix, law, ALPHA))
                .withMessageContaining("5 values are too few for the test of counts");
    }

    @Test
    void theWorstRowIsNamed() {
        float[] matrix = new float[3 * COLUMNS];
        Arrays.fill(matrix, 0, 2 * COLUMNS, 1);
        Verdict verdict = ZeroRowsCheck.check(matrix, LAW, ALPHA);
        assertThat(verdict.statistic()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(verdict.detail()).startsWith("N = 400 columns; row 2 is 0 in 400, expected 133.3");
    }
}
