// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

/**
 * The complementary error function, {@code erfc(x) = 1 - erf(x) = 2/sqrt(pi) * integral of exp(-u^2) from x to infinity}.
 *
 * <p>For {@code x >= 0} and {@code t = 2 / (2 + x)}, {@code erfc(x) = t exp(-x^2) g(t)}, where {@code g} falls smoothly
 * from 1 at {@code t = 1} to {@code 1 / (2 sqrt(pi))} at {@code t = 0} and is summed as a Chebyshev series. The relative error
 * is below 1e-15 for {@code x <= 26} (largest found against mpmath at 20,000 points of [-6, 26]: 5.3e-16).
 */
final class Erfc {
    /*
     * Chebyshev coefficients of g on [0, 1], by mpmath 1.4.1 with mp.dps = 40 (g by its asymptotic series for x > 200):
     *
     *   g = lambda t: erfc(2/t-2) * exp((2/t-2)**2) / t
     *   s = [cos(pi*(k+mpf(1)/2)/120) for k in range(120)]
     *   c = [2*sum(g((1+s[k])/2) * cos(pi*j*(k+mpf(1)/2)/120) for k in range(120))/120 for j in range(28)]
     *
     * The next coefficient is -1.5e-18 and they fall by about a factor of four from one to the next, so what is cut off is
     * far below the 1.1e-16 of a rounding.
     */
    private static final double[] C = {
        1.1540674772329393,
        0.3554369212704985,
        0.06509515882878653,
        0.003671142395836639,
        -0.0011128447433526325,
        -0.0001607582991537808,
        3.278031574173137e-05,
        5.442441645505016e-06,
        -1.5154665553171482e-06,
        -1.4297608181169865e-07,
        8.234608827419493e-08,
        -1.2962846852306563e-09,
        -4.154721631015199e-09,
        6.347058278362811e-10,
        1.4320822712256225e-10,
        -6.160390105204585e-11,
        2.0612138554721698e-12,
        3.5714931488477042e-12,
        -8.586422843251796e-13,
        -6.14560021379063e-14,
        7.418725748596617e-14,
        -1.2895042755032325e-14,
        -2.358726385710632e-15,
        1.5729349381685912e-15,
        -2.2782966239546465e-16,
        -6.31233045075643e-17,
        3.5916763531814925e-17,
        -5.049809149847729e-18,
    };

    /** erfc(27.3) = 4.4e-326 is below half of the smallest double. */
    private static final double UNDERFLOW = 27.3;

    private Erfc() {}

    /** erfc of any double; NaN for NaN. */
    static double erfc(double x) {
        double z = Math.abs(x);
        double tail = z > UNDERFLOW ? 0 : upperTail(z);
        return x < 0 ? 2 - tail : tail;
    }

    private static double upperTail(double z) {
        double t = 2 / (2 + z);
        // Clenshaw's recurrence for c_0 / 2 + sum of c_j T_j(s), s = 2 t - 1.
        double twoS = 4 * t - 2;
        double b1 = 0;
        double b2 = 0;
        for (int j = C.length - 1; j >= 1; j--) {
            double b0 = Math.fma(twoS, b1, C[j] - b2);
            b2 = b1;
            b1 = b0;
        }
        double g = 0.5 * Math.fma(twoS, b1, C[0]) - b2;
        // At z = 26 the rounding of z^2 alone would cost 5e-14, so the part that it loses is put back.
        double square = z * z;
        double lost = Math.fma(z, z, -square);
        double exp = StrictMath.exp(-square);
        return t * g * Math.fma(-lost, exp, exp);
    }
}
