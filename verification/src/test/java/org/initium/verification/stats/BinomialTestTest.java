// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinomialTestTest {
    /** Python 3.11, fractions.Fraction of p's double: the sum of comb(n, k) p^k (1-p)^(n-k), exact but for the last rounding. */
    @ParameterizedTest
    @CsvSource({
        "40, 64, 0.5, 0.9836171204505884, 0.029970594783499616",
        "63, 64, 0.5, 1.0, 3.5236570605778894e-18",
        "0, 1000, 0.001, 0.36769542477096406, 1.0",
        "30, 1000, 0.01, 0.999999935800714, 2.0599888509719586e-07",
        "52, 1000, 0.01, 1.0, 2.8551654362732176e-21",
        "3, 20000, 0.00123, 5.752541872123752e-08, 0.9999999932872925",
        "40, 1000000, 1e-05, 0.9999999999998224, 7.338409669445824e-13",
        "970, 1000, 0.999, 9.503107515052661e-34, 1.0",
        "1000, 1000, 0.999, 1.0, 0.36769542477096373"
    })
    void tailsAgreeWithWholeNumbers(int count, int n, double p, double lower, double upper) {
        // The 1e-12 of the Javadoc.
        assertThat(BinomialTest.lowerTail(count, n, p)).isCloseTo(lower, within(1e-12 * lower));
        assertThat(BinomialTest.upperTail(count, n, p)).isCloseTo(upper, within(1e-12 * upper));
    }

    /** Signs: sums of C(n, k) over 2^n, of which nothing but the quotient is rounded. */
    @ParameterizedTest
    @ValueSource(ints = {31, 64, 640})
    void signsAgreeWithWholeNumbers(int n) {
        BigInteger choose = BigInteger.ONE;
        BigInteger tail = choose;
        for (int count = 0; 2 * count <= n; count++) {
            double expected = Math.min(
                    1,
                    new BigDecimal(tail)
                            .divide(new BigDecimal(BigInteger.TWO.pow(n - 1)), MathContext.DECIMAL64)
                            .doubleValue());
            assertThat(BinomialTest.pValue(count, n, 0.5, 0.01)).isCloseTo(expected, within(1e-12 * expected));
            assertThat(BinomialTest.pValue(n - count, n, 0.5, 0.01)).isCloseTo(expected, within(1e-12 * expected));
            choose = choose.multiply(BigInteger.valueOf(n - count)).divide(BigInteger.valueOf(count + 1));
            tail = tail.add(choose);
        }
    }

    /** SciPy 1.17.1: binomtest(k, n).pvalue. SciPy's incomplete beta function is good to some 1e-12 here. */
    @ParameterizedTest
    @CsvSource({
        "8, 64, 5.562672242319724e-10",
        "56, 64, 5.562672242319724e-10",
        "20, 64, 0.0036899642765400487",
        "32, 64, 1.0",
        "64, 64, 1.0842021724855044e-19",
        "300, 640, 0.12310113072196793",
    })
    void signsAgreeWithSciPy(int positive, int n, double expected) {
        assertThat(BinomialTest.pValue(positive, n, 0.5, 1e-9)).isCloseTo(expected, withinPercentage(1e-8));
    }

    /** Equal signs have 2^(1 - n): 31 are enough for 1e-9, 30 have 1.9e-9; and 20 have 2^-19 to the bit, which passes as alpha itself. */
    @Test
    void asManyEqualSignsAreEnoughAsHaveLessThanAlpha() {
        assertThat(BinomialTest.pValue(31, 31, 0.5, 1e-9)).isLessThan(1e-9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinomialTest.pValue(30, 30, 0.5, 1e-9))
                .withMessageContaining("30 values are too few for the binomial test");
        assertThat(BinomialTest.pValue(20, 20, 0.5, 0x1.0001p-19)).isEqualTo(0x1p-19);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinomialTest.pValue(20, 20, 0.5, 0x1p-19))
                .withMessageContaining("every count would pass");
    }

    /** commons-math3's incomplete beta function: an exponent of size n ln n = 7e8 at n = 4e7, rounded to 1e-16 of it. */
    @ParameterizedTest
    @CsvSource({"40000000, 0.3", "40000000, 1e-6", "1000, 0.02"})
    void agreesWithCommonsMathInTheMiddle(int n, double p) {
        BinomialDistribution law = new BinomialDistribution(null, n, p);
        for (int sigmas = -4; sigmas <= 4; sigmas++) {
            int count = (int) (n * p + sigmas * Math.sqrt(n * p * (1 - p)));
            double expected = law.cumulativeProbability(count);
            assertThat(BinomialTest.lowerTail(count, n, p)).isCloseTo(expected, within(1e-7 * expected));
        }
    }

    @Test
    void tailsAddUpAndFall() {
        double last = 1;
        for (int count = 0; count < 1000; count++) {
            double upper = BinomialTest.upperTail(count + 1, 1000, 0.3);
            // Above the mean the lower tail is taken from the upper one, and the reverse.
            assertThat(BinomialTest.lowerTail(count, 1000, 0.3) + upper).isCloseTo(1, within(1e-13));
            // P(X = 0) is 1e-155: near there upper tails are 1 in double precision.
            assertThat(upper).isLessThanOrEqualTo(last);
            last = upper;
        }
        assertThat(last).isCloseTo(Math.pow(0.3, 1000), withinPercentage(1e-10));
    }

    /** What fails has probability alpha at most, and at the detectable fault 99.9 % and no more; all summed, nothing drawn. */
    @ParameterizedTest
    @CsvSource({"200, 0.03, 0.05", "200, 0.5, 1e-3", "5000, 0.0027, 1e-6", "64, 0.1, 1e-4", "64, 0.5, 1e-9"})
    void sizeAndPowerAreExact(int n, double p, double alpha) {
        assertThat(rejected(n, p, p, alpha)).isLessThanOrEqualTo(alpha);
        double above = BinomialTest.detectableAbove(n, p, alpha);
        assertThat(rejected(n, p, above, alpha)).isGreaterThan(0.999 - 1e-12);
        assertThat(rejected(n, p, p + 0.99 * (above - p), alpha)).isLessThan(0.999);
    }

    private static double rejected(int n, double p, double truth, double alpha) {
        double sum = 0;
        for (int count = 0; count <= n; count++) {
            sum += BinomialTest.pValue(count, n, p, alpha) < alpha ? SaddlePoint.binomial(count, n, truth) : 0;
        }
        return sum;
    }

    @Test
    void aFaultThatNoCountShowsIsNotDetectable() {
        // 100 of 100 have probability 0.37, so no probability above 0.99 is found.
        assertThat(BinomialTest.detectableAbove(100, 0.99, 1e-6)).isInfinite();
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinomialTest.pValue(5, 20, 0.5, 1e-9))
                .withMessageContaining("20 values are too few for the binomial test")
                .withMessageContaining("every count would pass");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinomialTest.pValue(21, 20, 0.5, 0.01))
                .withMessageContaining("count is 21 of 20");
        assertThatIllegalArgumentException().isThrownBy(() -> BinomialTest.lowerTail(-1, 20, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> BinomialTest.upperTail(0, 0, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinomialTest.upperTail(1, 20, 1))
                .withMessage("probability is 1.0, expected a rate between 0 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> BinomialTest.upperTail(1, 20, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinomialTest.pValue(1, 2000, 0.5, 0))
                .withMessageContaining("alpha is 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> BinomialTest.detectableAbove(2000, 0.5, Double.NaN));
    }
}
