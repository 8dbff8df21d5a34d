// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

/**
 * Single-precision functions as XLA's compiler for the CPU writes them out, rounding by rounding. It calls no library for
 * them, so they are the same on every x86-64 CPU with fused multiply-add.
 *
 * <p>The coefficients, highest power first, and the order of operations are those of jaxlib 0.10.2 (XLA, Apache License
 * 2.0), as its dump of the compiled programs shows them; where a product goes into a sum there, LLVM contracts both to one
 * {@code fma}. {@code XlaMathTest} has values of the real functions.
 */
final class XlaMath {
    /** sqrt(2). */
    static final float SQRT_2 = 0x1.6a09e6p+0f;

    /** {@code 1 / sqrt(2)}: XLA makes a product of the division by a constant. */
    static final float SQRT_HALF = 0x1.6a09e6p-1f;

    /** Where log1p goes over from its rational function to log: sqrt(2) - 1. */
    static final float LOG1P_SMALL = 0x1.a8279ap-2f;

    /** Where the central polynomial of erfInv ends, in {@code w = -log(1 - x^2)}: at |x| = 0.9966. */
    static final float ERF_INV_CENTRE = 5;

    /** {@code log(1 + m) = m - m^2/2 + m^3 P(m) / Q(m)}, the rational function of Cephes: P. */
    static final float P0 = 0x1.7bc096p-15f;

    static final float P1 = 0x1.fe818ap-2f;
    static final float P2 = 0x1.a509f4p+2f;
    static final float P3 = 0x1.de9738p+4f;
    static final float P4 = 0x1.e798ecp+5f;
    static final float P5 = 0x1.c8e75ap+5f;
    static final float P6 = 0x1.40a202p+4f;

    /** Q of log1p. */
    static final float Q0 = 1;

    static final float Q1 = 0x1.e2035ap+3f;
    static final float Q2 = 0x1.4c30b6p+6f;
    static final float Q3 = 0x1.bb865ap+7f;
    static final float Q4 = 0x1.351946p+8f;
    static final float Q5 = 0x1.b0db14p+7f;
    static final float Q6 = 0x1.e0f304p+5f;

    /** {@code log(1 + f) = f - f^2/2 + f^3 L(f)}, the polynomial of Cephes: L. */
    static final float L0 = 0x1.204376p-4f;

    static final float L1 = -0x1.d7a37p-4f;
    static final float L2 = 0x1.de4a34p-4f;
    static final float L3 = -0x1.fcba9ep-4f;
    static final float L4 = 0x1.23d37ep-3f;
    static final float L5 = -0x1.555cap-3f;
    static final float L6 = 0x1.999d58p-3f;
    static final float L7 = -0x1.fffff8p-3f;
    static final float L8 = 0x1.555554p-2f;

    /** ln 2 less {@link #LN_2_HIGH}, as Cephes has it. */
    static final float LN_2_LOW = -0x1.bd0106p-13f;

    /** 0.693359375: its products with exponents are exact. */
    static final float LN_2_HIGH = 0x1.63p-1f;

    /** sqrt(1/2), where the mantissa is cut: log sees a mantissa from sqrt(1/2) to sqrt(2). */
    static final int MANTISSA_CUT = 0x3F3504F3;

    /** Bits of a float's mantissa. */
    static final int MANTISSA = 0x007FFFFF;

    /** {@code erfInv(x) = x C(w - 2.5)} below {@code w = 5}; M. Giles (2010), "Approximating the erfinv function", GPU Computing Gems 2. */
    static final float C0 = 0x1.e2cb1p-26f;

    static final float C1 = 0x1.70966cp-22f;
    static final float C2 = -0x1.d8e6aep-19f;
    static final float C3 = -0x1.26b582p-18f;
    static final float C4 = 0x1.ca65b6p-13f;
    static final float C5 = -0x1.48a81p-10f;
    static final float C6 = -0x1.11c9dep-8f;
    static final float C7 = 0x1.f91ec6p-3f;
    static final float C8 = 0x1.805c5ep+0f;

    /**
     * {@code erfInv(x) = x T(sqrt(w) - 3)} from {@code w = 5} on; M. Giles, as C.
     */
    private static final float[] T = {
        -0x1.a3e136p-13f,
        0x1.a76ad6p-14f,
        0x1.61b8e4p-10f,
        -0x1.e17bcep-9f,
        0x1.7824f6p-8f,
        -0x1.f38baep-8f,
        0x1.354afcp-7f,
        0x1.006db6p+0f,
        0x1.6a9efcp+1f
    };

    /** {@code erf(x) = x P(x^2) / Q(x^2)}: P. */
    private static final float[] ERF_P = {0x1.e05aa2p-13f, 0x1.bebb44p-9f, 0x1.a16dd6p-5f, 0x1.7b4e8p-3f, 0x1.20dd74p+0f
    };

    /** Q of erf. */
    private static final float[] ERF_Q = {
        -0x1.fa720cp-24f, 0x1.8b11bep-16f, 0x1.0ada5p-10f, 0x1.cd0fa8p-7f, 0x1.c69842p-4f, 0x1.fd6894p-2f, 1
    };

    /** From here on erf is 1. */
    private static final float ERF_SATURATED = 0x1.df38dp+1f;

    private XlaMath() {}

    /** XLA's programs run with the CPU's flags FTZ and DAZ: a subnormal operand or result is a zero of its sign. */
    static float flush(float x) {
        return Math.abs(x) < Float.MIN_NORMAL ? 0 * x : x;
    }

    /** The error function of a scalar, such as a bound; that of an array reaches 1 only at 3.83 in XLA. */
    static float erf(float x) {
        if (Math.abs(x) >= ERF_SATURATED) {
            return Math.copySign(1, x);
        }
        float x2 = x * x;
        return flush(flush(x * polynomial(ERF_P, x2)) / polynomial(ERF_Q, x2));
    }

    /**
     * The inverse of the error function.
     *
     * @param x from -1 to 1; infinite at both
     */
    static float erfInv(float x) {
        if (Math.abs(x) == 1) {
            return x * Float.POSITIVE_INFINITY;
        }
        float w = -log1p(x * -x);
        return flush(x * (w < ERF_INV_CENTRE ? centre(w - 2.5f) : polynomial(T, (float) Math.sqrt(w) - 3)));
    }

    private static float centre(float t) {
        float c = Math.fma(C0, t, C1);
        c = Math.fma(c, t, C2);
        c = Math.fma(c, t, C3);
        c = Math.fma(c, t, C4);
        c = Math.fma(c, t, C5);
        c = Math.fma(c, t, C6);
        c = Math.fma(c, t, C7);
        return Math.fma(c, t, C8);
    }

    /**
     * {@code log(1 + m)}.
     *
     * @param m above -1, at most 0
     */
    private static float log1p(float m) {
        if (Math.abs(m) >= LOG1P_SMALL) {
            return log(m + 1);
        }
        float p = Math.fma(P0, m, P1);
        p = Math.fma(p, m, P2);
        p = Math.fma(p, m, P3);
        p = Math.fma(p, m, P4);
        p = Math.fma(p, m, P5);
        p = Math.fma(p, m, P6);
        float q = Math.fma(Q0, m, Q1);
        q = Math.fma(q, m, Q2);
        q = Math.fma(q, m, Q3);
        q = Math.fma(q, m, Q4);
        q = Math.fma(q, m, Q5);
        q = Math.fma(q, m, Q6);
        float m2 = m * m;
        return m + Math.fma(m2, -0.5f, m * m2 * (p / q));
    }

    /**
     * Natural logarithm.
     *
     * @param x positive, no subnormal
     */
    private static float log(float x) {
        int shifted = Float.floatToRawIntBits(x) - MANTISSA_CUT;
        float e = shifted >> 23;
        float f = Float.intBitsToFloat((shifted & MANTISSA) + MANTISSA_CUT) - 1;
        float f2 = f * f;
        float f3 = f2 * f;
        // Three polynomials of degree 2, joined by powers of f^3.
        float high = Math.fma(Math.fma(L0, f, L1), f, L2);
        float middle = Math.fma(Math.fma(L3, f, L4), f, L5);
        float low = Math.fma(Math.fma(L6, f, L7), f, L8);
        float r = Math.fma(Math.fma(high, f3, middle), f3, low);
        r = Math.fma(r, f3, e * LN_2_LOW);
        r = Math.fma(f2, -0.5f, f) + r;
        return Math.fma(e, LN_2_HIGH, r);
    }

    /** Horner's scheme. */
    private static float polynomial(float[] coefficients, float x) {
        float p = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            p = Math.fma(p, x, coefficients[i]);
        }
        return p;
    }
}
