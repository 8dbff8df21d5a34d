// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

/**
 * glibc's {@code sincosf} (2.28 and later) on the angles {@code 2 pi m 2^-23}, rounded to floats, {@code 0 <= m < 2^23}.
 *
 * <p>The angle is brought to {@code |x| <= pi / 4} by a multiple n of pi / 2; polynomials in double precision follow, rounded
 * once. The floats are those of glibc for all 2^23 angles ({@code GlibcTest} tries them all), with the polynomials in Horner's
 * form and fused, and without glibc's separate ways for small angles; about 1.3 % of them are wrong by one unit in the last
 * place, which is why no other sine will do.
 *
 * <p>The polynomials are data of the ARM optimized routines (MIT licence), {@code math/sincosf_data.c}, from which glibc has
 * them.
 */
final class Sincosf {
    /** Twice the {@code double} nearest to pi, by 2^-23: what m is multiplied with. */
    static final double TURN = 2 * Math.PI * 0x1p-23;

    /** The {@code double} nearest to pi / 2. */
    static final double HALF_PI = 0x1.921fb54442d18p0;

    /** Added to m, an eighth of a turn brings n to bits 21 and up. */
    static final int EIGHTH = 1 << 20;

    /** Place of n in {@code m + EIGHTH}. */
    static final int QUADRANT = 21;

    /** Coefficients of x^3, x^5 and x^7 in the sine. */
    static final double S1 = -0x1.555545995a603p-3;

    static final double S2 = 0x1.1107605230bc4p-7;
    static final double S3 = -0x1.994eb3774cf24p-13;

    /** Coefficients of x^2, x^4, x^6 and x^8 in the cosine. */
    static final double C1 = -0x1.ffffffd0c621cp-2;

    static final double C2 = 0x1.55553e1068f19p-5;
    static final double C3 = -0x1.6c087e89a359dp-10;
    static final double C4 = 0x1.99343027bf8c3p-16;

    private Sincosf() {}

    /** Writes the sine of angle m to {@code sin[at]}, its cosine to {@code cos[at]}. */
    static void sincosf(int m, float[] sin, float[] cos, int at) {
        assert m >= 0 && m < 1 << 23;
        float angle = (float) (m * TURN);
        int n = m + EIGHTH >> QUADRANT;
        double x = angle - n * HALF_PI;
        double x2 = x * x;
        double s = Math.fma(Math.fma(S3, x2, S2), x2, S1);
        float sine = (float) Math.fma(s * x2, x, x);
        float cosine = (float) Math.fma(Math.fma(Math.fma(Math.fma(C4, x2, C3), x2, C2), x2, C1), x2, 1);
        boolean odd = (n & 1) != 0;
        sin[at] = negateIf((n & 2) != 0, odd ? cosine : sine);
        cos[at] = negateIf((n + 1 & 2) != 0, odd ? sine : cosine);
    }

    private static float negateIf(boolean negate, float x) {
        return negate ? -x : x;
    }
}
