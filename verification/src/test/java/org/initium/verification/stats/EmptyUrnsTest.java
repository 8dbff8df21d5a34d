// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmptyUrnsTest {
    /** The law of the number of empty urns, ball by ball. */
    private static double[] law(int balls, int urns) {
        double[] empty = new double[urns + 1];
        empty[urns] = 1;
        for (int ball = 0; ball < balls; ball++) {
            double[] next = new double[urns + 1];
            for (int e = 0; e <= urns; e++) {
                next[e] += empty[e] * (urns - e) / urns;
                if (e > 0) {
                    next[e - 1] += empty[e] * e / urns;
                }
            }
            empty = next;
        }
        return empty;
    }

    /** Sums of at most 400 terms below 400^2, each good to some ulp: 1e-9 absolute. */
    @ParameterizedTest
    @CsvSource({"1, 3", "7, 5", "64, 64", "100, 400", "900, 300"})
    void momentsAreThoseOfTheLaw(int balls, int urns) {
        double[] law = law(balls, urns);
        double mean = 0;
        double square = 0;
        for (int e = 0; e <= urns; e++) {
            mean += e * law[e];
            square += (double) e * e * law[e];
        }
        assertThat(EmptyUrns.mean(balls, urns)).isCloseTo(mean, within(1e-9));
        assertThat(EmptyUrns.variance(balls, urns)).isCloseTo(square - mean * mean, within(1e-9));
    }

    /** Python 3.11's decimal at 60 digits; the relative errors that the Javadoc states. */
    @Test
    void momentsOfTheChecksSize() {
        long n = 1 << 24;
        assertThat(EmptyUrns.mean(n, n)).isCloseTo(6171992.662552856, within(1e-6));
        assertThat(EmptyUrns.variance(n, n)).isCloseTo(1630894.306992, within(0.04));
    }

    /** The bound against the exact tails, of one round and of the sum of two. */
    @ParameterizedTest
    @CsvSource({"64, 64, 0.1", "64, 64, 1e-3", "64, 64, 1e-9", "400, 200, 0.01", "20, 300, 0.01"})
    void boundHoldsExactly(int balls, int urns, double alpha) {
        double[] law = law(balls, urns);
        double[] two = new double[2 * urns + 1];
        for (int a = 0; a <= urns; a++) {
            for (int b = 0; b <= urns; b++) {
                two[a + b] += law[a] * law[b];
            }
        }
        double mean = EmptyUrns.mean(balls, urns);
        assertThat(tail(law, mean, EmptyUrns.critical(balls, urns, 1, alpha))).isBetween(0.0, alpha);
        assertThat(tail(two, 2 * mean, EmptyUrns.critical(balls, urns, 2, alpha)))
                .isBetween(0.0, alpha);
    }

    private static double tail(double[] law, double mean, double critical) {
        double tail = 0;
        for (int e = 0; e < law.length; e++) {
            tail += Math.abs(e - mean) > critical ? law[e] : 0;
        }
        return tail;
    }

    /** With many balls the bound costs little: the normal's quantile at 1e-9 is 6.11, scipy 1.17.1 norm.isf(5e-10). */
    @Test
    void boundIsNearTheNormalQuantile() {
        double variance = EmptyUrns.variance(1 << 24, 1 << 24);
        assertThat(EmptyUrns.critical(1 << 24, 1 << 24, 1, 1e-9) / Math.sqrt(variance))
                .isBetween(6.11, 6.6);
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmptyUrns.mean(5, 2))
                .withMessage("5 balls in 2 urns, expected at least 1 in 3");
        assertThatIllegalArgumentException().isThrownBy(() -> EmptyUrns.variance(0, 8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmptyUrns.critical(100, 10, 1, 0))
                .withMessageContaining("alpha is 0.0");
    }

    /** One of the numbers that can occur is beyond the threshold, or the test is refused: all balls on one urn leave the most empty. */
    @ParameterizedTest
    @CsvSource({"1, 3, true", "2, 10, true", "1, 65536, true", "7, 64, true", "8, 64, false", "19, 10, false"})
    void tooFewBallsAreRefused(int balls, int urns, boolean few) {
        if (few) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EmptyUrns.critical(balls, urns, 1, 1e-3))
                    .withMessage(balls + " values are too few for the test of empty urns at alpha 0.001: all on one of "
                            + urns + " would pass");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EmptyUrns.detectableUnused(balls, urns, 1, 1e-3))
                    .withMessageContaining("too few");
        } else {
            assertThat(urns - 1 - EmptyUrns.mean(balls, urns)).isGreaterThan(EmptyUrns.critical(balls, urns, 1, 1e-3));
        }
    }

    /** With 20 urns of which 17 are never hit, 17 are empty; 7.2 should be, 15.8 pass, and 4.6 are left to chance. */
    @ParameterizedTest
    @CsvSource({"20, 20", "8, 64", "19, 10", "100, 10"})
    void unusedUrnsThatAreNotSureToBeFoundAreNotDetectable(int balls, int urns) {
        assertThat(EmptyUrns.detectableUnused(balls, urns, 1, 1e-3)).isInfinite();
    }

    /** Exactly, by the law of the number: with the share closed it is missed once in a thousand at most, with a third less often. */
    @ParameterizedTest
    @CsvSource({"100, 400", "400, 400", "800, 400"})
    void theDetectableShareOfUnusedUrnsIsFound(int balls, int urns) {
        double alpha = 1e-3;
        double share = EmptyUrns.detectableUnused(balls, urns, 1, alpha);
        assertThat(share).isBetween(0.05, 0.95);
        assertThat(missed(balls, urns, (int) Math.round(share * urns), alpha)).isLessThanOrEqualTo(1e-3);
        assertThat(missed(balls, urns, (int) (share * urns / 3), alpha)).isGreaterThan(0.05);
        // Ten rounds vary sqrt(10) times as much and shift ten times as far.
        assertThat(EmptyUrns.detectableUnused(balls, urns, 10, alpha)).isBetween(share / 4, share / 1.5);
    }

    private static double missed(int balls, int urns, int closed, double alpha) {
        double[] law = law(balls, urns - closed);
        double critical = EmptyUrns.critical(balls, urns, 1, alpha);
        double missed = 0;
        for (int e = 0; e < law.length; e++) {
            missed += Math.abs(e + closed - EmptyUrns.mean(balls, urns)) > critical ? 0 : law[e];
        }
        return missed;
    }
}
