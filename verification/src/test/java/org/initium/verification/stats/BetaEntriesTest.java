// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BetaEntriesTest {
    /** The laws of 2 to 5 dimensions: arcsine, uniform, semicircle, and a cubic. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.999, -0.7, -0.1, -1e-9, 0, 1e-5, 0.3, 0.8, 0.9999})
    void smallDimensionsAreInClosedForm(double x) {
        double semicircle = 0.5 + (x * Math.sqrt(1 - x * x) + Math.asin(x)) / Math.PI;
        assertThat(new BetaEntries(2).cdf(x)).isCloseTo(0.5 + Math.asin(x) / Math.PI, within(1e-14));
        assertThat(new BetaEntries(3).cdf(x)).isCloseTo((1 + x) / 2, within(1e-14));
        assertThat(new BetaEntries(4).cdf(x)).isCloseTo(semicircle, within(1e-14));
        assertThat(new BetaEntries(5).cdf(x)).isCloseTo(0.5 + 0.75 * (x - x * x * x / 3), within(1e-14));
    }

    /** SciPy 1.17.1: beta.sf(x * x, 0.5, (n - 1) / 2) / 2, good to some 1e-12 of itself. */
    @ParameterizedTest
    @CsvSource({
        "2, -0.75, 0.23005345616261588",
        "8, -0.9, 0.00047153116117016453",
        "64, -0.5, 1.1137602195959365e-05",
        "64, -0.9, 1.0579339389577712e-24",
        "512, -0.25, 4.735034495030587e-09",
        "512, -0.01, 0.41062086433029876"
    })
    void tailsKeepTheirDigits(int n, double x, double expected) {
        assertThat(new BetaEntries(n).cdf(x)).isCloseTo(expected, within(1e-11 * expected));
    }

    /** Near the bound it is {@code (2 (1 + x))^((n-1)/2)} but for a constant: for n = 3, (1 + x) / 2 itself. */
    @Test
    void theFarthestTailKeepsItsDigits() {
        double x = Math.nextUp(-1.0);
        assertThat(new BetaEntries(3).cdf(x)).isCloseTo((1 + x) / 2, within(1e-14 * (1 + x)));
        assertThat(new BetaEntries(3).cdf(-1e-12)).isCloseTo(0.5 - 5e-13, within(1e-16));
    }

    @Test
    void isSymmetricAndRises() {
        for (int n : new int[] {2, 3, 8, 64, 512}) {
            BetaEntries law = new BetaEntries(n);
            double last = 0;
            for (double x = -1; x <= 1; x += 0.001) {
                double f = law.cdf(x);
                assertThat(f).isGreaterThanOrEqualTo(last);
                assertThat(f + law.cdf(-x)).isCloseTo(1, within(1e-15));
                last = f;
            }
        }
    }

    /** A normal vector divided by its length has such coordinates. */
    @Test
    void coordinatesOfRandomPointsFollowIt() {
        BetaEntries law = new BetaEntries(6);
        double critical = KolmogorovSmirnov.critical(4000, 1e-9);
        float[] entries = new float[4000];
        for (int i = 0; i < entries.length; i++) {
            float[] x = Samples.normal(i, 1, 6);
            double square = 0;
            for (float z : x) {
                square += (double) z * z;
            }
            entries[i] = (float) (x[2] / Math.sqrt(square));
        }
        assertThat(KolmogorovSmirnov.statistic(entries, law::cdf)).isLessThan(critical);
        assertThat(KolmogorovSmirnov.statistic(entries, new BetaEntries(9)::cdf))
                .isGreaterThan(critical);
    }

    @Test
    void endsAndBadArguments() {
        BetaEntries law = new BetaEntries(7);
        assertThat(law.cdf(-1)).isZero();
        assertThat(law.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(law.cdf(1)).isEqualTo(1);
        assertThat(law.cdf(1.5)).isEqualTo(1);
        assertThat(law.cdf(Double.NaN)).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BetaEntries(1))
                .withMessage("n is 1, expected 2 or more");
    }
}
