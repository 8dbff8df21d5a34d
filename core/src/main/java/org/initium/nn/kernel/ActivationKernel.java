// SPDX-License-Identifier: Apache-2.0
package org.initium.nn.kernel;

import org.initium.simd.Simd;

/**
 * Functions of single elements, over {@code from .. to - 1} of their arrays, which may be one array. Where nothing else is
 * said, a NaN goes in and comes out.
 */
public interface ActivationKernel {
    /** Largest argument of {@link #exp} to both sides: results are normal numbers, {@code e^700 = 1.01e304}. */
    double CUT_OFF = 700;

    /** Log2(e). */
    double LOG2_E = 0x1.71547652b82fep0;

    /** Upper part of ln 2, with 11 trailing zeros: its product with {@code |k| <= 1011} is exact. */
    double LN2_HIGH = 0x1.62e42fefa3800p-1;

    /** {@code ln 2 - LN2_HIGH}. */
    double LN2_LOW = 0x1.ef35793c76730p-45;

    /** Added to a double below 2^51 it rounds it to a whole number, which its lowest bits then hold. */
    double ROUNDER = 0x1.8p52;

    /** Taylor coefficients of e^r: {@code C2 = 1/2!} to {@code C13 = 1/13!}. */
    double C2 = 1.0 / 2;

    double C3 = 1.0 / 6;
    double C4 = 1.0 / 24;
    double C5 = 1.0 / 120;
    double C6 = 1.0 / 720;
    double C7 = 1.0 / 5_040;
    double C8 = 1.0 / 40_320;
    double C9 = 1.0 / 362_880;
    double C10 = 1.0 / 3_628_800;
    double C11 = 1.0 / 39_916_800;
    double C12 = 1.0 / 479_001_600;
    double C13 = 1.0 / 6_227_020_800.0;

    /** The kernel for this machine, see {@link Simd}. */
    static ActivationKernel create() {
        return Simd.SCALAR ? new ActivationKernelScalar() : new ActivationKernelVector();
    }

    /** {@code y = x} above 0, {@code +0} elsewhere. */
    void relu(int from, int to, float[] x, float[] y);

    /** {@code dx = dy} where {@code x > 0}, {@code +0} elsewhere, NaN included. */
    void reluGradient(int from, int to, float[] x, float[] dy, float[] dx);

    /** {@code y = v} where {@code x > 0}, {@code slope v} elsewhere: leaky ReLU of {@code v = x}, and its gradient. */
    void leakyRelu(int from, int to, float slope, float[] x, float[] v, float[] y);

    /**
     * {@code x = e^x - less}, in place, where {@code less} is 0 or 1; arguments beyond {@link #CUT_OFF} count as that.
     *
     * <p>{@code k} is {@code x / ln 2} rounded to a whole number, {@code r = x - k ln 2}, by one fma for each part of ln 2,
     * lies within {@code ln(2)/2} of 0, and
     *
     * <pre>{@code q = r (1 + r (1/2! + r (1/3! + ... + r / 13!)))     Horner's rule, one fma each
     * e^x - less = fma(2^k, q, 2^k - less)}</pre>
     *
     * <p>That is the plain Taylor series; what is left of it, below {@code 0.3466^14 / 14! = 4.2e-18}, is a 26th of half an
     * ulp of 1. The result is off by less than 2 ulp, with {@code less = 1} near 0 too.
     *
     * @param scratch another array, as long as {@code x}
     */
    void exp(int from, int to, double less, double[] x, double[] scratch);
}
