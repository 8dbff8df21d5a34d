// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.haar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HaarFormCheckTest {
    private static final double ALPHA = 1e-3;

    private static boolean fails(BilinearForm form, List<float[]> matrices, int rows, int columns) {
        return !HaarFormCheck.check(form, matrices, new ExpectedLaw.Haar(rows, columns, 1), ALPHA)
                .passed();
    }

    /** Each by hand, of a 2 x 3 matrix with entries 1 to 6 and a gain of 2. */
    @Test
    void theForms() {
        List<float[]> matrix = List.of(new float[] {1, 2, 3, 4, 5, 6});
        ExpectedLaw.Haar law = new ExpectedLaw.Haar(2, 3, 2);
        assertThat(BilinearForm.FIRST_ENTRY.of(matrix, law)).containsExactly(0.5f);
        assertThat(BilinearForm.LAST_ENTRY.of(matrix, law)).containsExactly(3);
        assertThat(BilinearForm.SUM.of(matrix, law)[0]).isCloseTo((float) (21 / 2.0 / Math.sqrt(6)), within(1e-6f));
        // (1, -2) over sqrt(5), (1, -2, 3) over sqrt(14): (1 - 4 + 9) - 2 (4 - 10 + 18) = -18.
        assertThat(BilinearForm.RAMP.of(matrix, law)[0])
                .isCloseTo((float) (-18 / 2.0 / Math.sqrt(5 * 14)), within(1e-6f));
    }

    /** Square, tall and wide, at 1 %: the gate is exact but for 1e-13, and floats add nothing to it. */
    @ParameterizedTest
    @CsvSource({"2, 2", "3, 5", "6, 4"})
    void rightMatricesFailNoMoreOftenThanStated(int rows, int columns) {
        ExpectedLaw.Haar law = new ExpectedLaw.Haar(rows, columns, 1);
        for (BilinearForm form : BilinearForm.values()) {
            Trials.assertSize(
                    0.01,
                    150,
                    seed -> !HaarFormCheck.check(form, TestMatrices.haar(seed, 100, rows, columns), law, 0.01)
                            .passed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void matricesOfWhichTheFormIsNeverNegativeFail(BilinearForm form) {
        List<float[]> right = TestMatrices.haar(1, 500, 8, 8);
        List<float[]> turned = TestMatrices.turned(right, form.of(right, new ExpectedLaw.Haar(8, 8, 1)));
        for (BilinearForm other : BilinearForm.values()) {
            assertThat(fails(other, right, 8, 8)).as("%s of right ones", other).isFalse();
        }
        assertThat(fails(form, turned, 8, 8)).isTrue();
        // Entries of 8 x 8 matrices have little to do with the sum of all, and the first with the others: 1/8 and less.
        if (form == BilinearForm.SUM) {
            assertThat(fails(BilinearForm.FIRST_ENTRY, turned, 8, 8)).isFalse();
            assertThat(fails(BilinearForm.LAST_ENTRY, turned, 8, 8)).isFalse();
        } else if (form != BilinearForm.FIRST_ENTRY) {
            assertThat(fails(BilinearForm.FIRST_ENTRY, turned, 8, 8)).isFalse();
        }
    }

    /** Values on the wrong side of 0, as many as the distance says: of the first entries, 0 in the middle of their law. */
    @Test
    void theDetectableDistanceIsFound() {
        ExpectedLaw.Haar law = new ExpectedLaw.Haar(4, 4, 1);
        Verdict right = HaarFormCheck.check(BilinearForm.FIRST_ENTRY, TestMatrices.haar(0, 300, 4, 4), law, ALPHA);
        // Of a share 2 d of the matrices the sign is always positive: F(0) = 1/2 - d.
        double share = 2 * right.detects().size();
        Trials.assertFound(500, seed -> {
            List<float[]> matrices = TestMatrices.haar(seed, 300, 4, 4);
            // Which ones are made positive, another matrix's entry decides.
            List<float[]> others = TestMatrices.haar(seed + 100_000, 300, 4, 4);
            float[] forms = new float[300];
            for (int m = 0; m < forms.length; m++) {
                boolean forced = law4(others.get(m)[0]) < share;
                forms[m] = forced ? matrices.get(m)[0] : 1;
            }
            return fails(BilinearForm.FIRST_ENTRY, TestMatrices.turned(matrices, forms), 4, 4);
        });
    }

    /** Wigner's semicircle, the law for n = 4. */
    private static double law4(double x) {
        return 0.5 + (x * Math.sqrt(1 - x * x) + Math.asin(x)) / Math.PI;
    }

    @Test
    void tooFewMatricesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fails(BilinearForm.SUM, TestMatrices.haar(0, 3, 4, 4), 4, 4))
                .withMessageContaining("too few");
    }

    @Test
    void aMatrixThatIsNotANumberFails() {
        List<float[]> matrices = new ArrayList<>(TestMatrices.haar(0, 100, 3, 3));
        matrices.get(7)[4] = Float.NaN;
        assertThat(fails(BilinearForm.SUM, matrices, 3, 3)).isTrue();
    }
}
