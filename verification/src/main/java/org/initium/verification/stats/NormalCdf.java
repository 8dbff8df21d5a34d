// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * The standard normal distribution function, within a relative 1e-15 wherever it is a normal double; NaN for NaN.
 *
 * <p>From the error function and its complement by the rational Chebyshev approximations of W. J. Cody (1969), "Rational Chebyshev
 * Approximations for the Error Function", Mathematics of Computation 23, with the coefficients and the split of {@code exp(-x^2)} of
 * his program CALERF (netlib.org/specfun). The distribution function is most of the time of most checks: commons-math3's, a
 * continued fraction, takes twenty times as long, and is what the tests hold this one against.
 */
public final class NormalCdf {
    /** Below it the error function itself is approximated. */
    private static final double SMALL = 0.46875;

    /** Above it the asymptotic form is. */
    private static final double LARGE = 4;

    /** Beyond it no probability is a double. */
    private static final double FARTHEST = 39;

    /** {@code 1 / sqrt(pi)}. */
    private static final double INVERSE_SQRT_PI = 5.6418958354775628695e-1;

    /** {@code 1 / sqrt(2)}, rounded to double. */
    private static final double SQRT_HALF = 7.0710678118654752440e-1;

    private static final double SQRT_TWO_PI = 2.5066282746310005024;

    /** The squared argument is split at multiples of a sixteenth, whose squares are exact. */
    private static final double SIXTEEN = 16;

    private static final double[] ERF_P = {
        1.85777706184603153e-1,
        3.16112374387056560e00,
        1.13864154151050156e02,
        3.77485237685302021e02,
        3.20937758913846947e03
    };
    private static final double[] ERF_Q = {
        1, 2.36012909523441209e01, 2.44024637934444173e02, 1.28261652607737228e03, 2.84423683343917062e03
    };
    private static final double[] MIDDLE_P = {
        2.15311535474403846e-8,
        5.64188496988670089e-1,
        8.88314979438837594e00,
        6.61191906371416295e01,
        2.98635138197400131e02,
        8.81952221241769090e02,
        1.71204761263407058e03,
        2.05107837782607147e03,
        1.23033935479799725e03
    };
    private static final double[] MIDDLE_Q = {
        1,
        1.57449261107098347e01,
        1.17693950891312499e02,
        5.37181101862009858e02,
        1.62138957456669019e03,
        3.29079923573345963e03,
        4.36261909014324716e03,
        3.43936767414372164e03,
        1.23033935480374942e03
    };
    private static final double[] TAIL_P = {
        1.63153871373020978e-2,
        3.05326634961232344e-1,
        3.60344899949804439e-1,
        1.25781726111229246e-1,
        1.60837851487422766e-2,
        6.58749161529837803e-4
    };
    private static final double[] TAIL_Q = {
        1,
        2.56852019228982242e00,
        1.87295284992346725e00,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3
    };

    private NormalCdf() {}

    /** Probability that a standard normal number is at most {@code z}. */
    public static double of(double z) {
        double x = z * SQRT_HALF;
        double y = Math.abs(x);
        if (y <= SMALL) {
            double square = y * y;
            return 0.5 + 0.5 * x * ratio(ERF_P, ERF_Q, square);
        }
        // exp(-z^2 / 2) from |z| = s + (|z| - s), so that the large part of the square carries no rounding into the
        // exponent.
        double magnitude = Math.abs(z);
        double s = Math.floor(magnitude * SIXTEEN) / SIXTEEN;
        double bell = StrictMath.exp(-0.5 * s * s) * StrictMath.exp(-0.5 * (magnitude - s) * (magnitude + s));
        double tail = magnitude > FARTHEST ? 0 : 0.5 * bell * scaledComplement(y);
        return z < 0 ? tail : 1 - tail;
    }

    /** Density of the standard normal law at {@code z}. */
    public static double density(double z) {
        return StrictMath.exp(-0.5 * z * z) / SQRT_TWO_PI;
    }

    /** {@code exp(y^2) erfc(y)} for y above {@link #SMALL}, or NaN. */
    private static double scaledComplement(double y) {
        if (y <= LARGE) {
            return ratio(MIDDLE_P, MIDDLE_Q, y);
        }
        double inverse = 1 / (y * y);
        return (INVERSE_SQRT_PI - inverse * ratio(TAIL_P, TAIL_Q, inverse)) / y;
    }

    private static double ratio(double[] numerator, double[] denominator, double x) {
        double p = numerator[0];
        double q = denominator[0];
        for (int i = 1; i < numerator.length; i++) {
            p = p * x + numerator[i];
            q = q * x + denominator[i];
        }
        return p / q;
    }
}
