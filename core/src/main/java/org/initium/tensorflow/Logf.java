// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

/**
 * glibc's {@code logf} (2.28 and later) on the numbers below 1 that a radius is made from.
 *
 * <p>{@code x = 2^k z} with z in [0.699, 1.398), and {@code log x = k ln 2 + log c + log1p(z / c - 1)} for the one of 16
 * points c that lies nearest to z: a cubic in double precision, rounded once. The floats are those of glibc for all 2^23
 * numbers that occur ({@code GlibcTest} tries them all), with fused operations as without; they are wrong by one unit in the
 * last place for 0.7 % of them, which is why no other logarithm will do.
 *
 * <p>The points and the polynomial are data of the ARM optimized routines (MIT licence), {@code math/logf_data.c}, from
 * which glibc has them.
 */
final class Logf {
    /** Coefficients of r^4, r^3 and r^2. */
    static final double A0 = -0x1.00ea348b88334p-2;

    static final double A1 = 0x1.5575b0be00b6ap-2;
    static final double A2 = -0x1.ffffef20a4123p-2;

    /** Smallest argument, TensorFlow's guard against {@code log 0}: the float nearest to 1e-7. */
    static final float SMALLEST = 1e-7f;

    /** Points in each octave; the four leading bits of the mantissa, counted from where the octave begins, choose one. */
    private static final int POINTS = 16;

    /** Bits of the {@code double} 0.69921875, where the octave k = 0 begins. */
    private static final long OCTAVE = 0x3FE6600000000000L;

    /** What remains above the bits that do not matter for the choice of a point. */
    static final int SHIFT = 48;

    /** Least octave: {@code 1e-7 = 2^-23 * 0.839}. */
    private static final int LEAST_K = -23;

    /** Subtracted from the bits of a {@code double}, this makes their upper 16 bits an index into the tables. */
    static final long ORIGIN = OCTAVE + ((long) LEAST_K << 52);

    /** {@code 2^-k / c}, for each octave k from the least to 0 and each point. */
    static final double[] INVERSE = new double[(1 - LEAST_K) * POINTS];

    /** {@code k ln 2 + log c}. */
    static final double[] LOG = new double[INVERSE.length];

    private static final double LN_2 = 0x1.62e42fefa39efp-1;

    private static final double[] INVERSE_C = {
        0x1.661ec79f8f3bep+0,
        0x1.571ed4aaf883dp+0,
        0x1.49539f0f010bp+0,
        0x1.3c995b0b80385p+0,
        0x1.30d190c8864a5p+0,
        0x1.25e227b0b8eap+0,
        0x1.1bb4a4a1a343fp+0,
        0x1.12358f08ae5bap+0,
        0x1.0953f419900a7p+0,
        0x1p+0,
        0x1.e608cfd9a47acp-1,
        0x1.ca4b31f026aap-1,
        0x1.b2036576afce6p-1,
        0x1.9c2d163a1aa2dp-1,
        0x1.886e6037841edp-1,
        0x1.767dcf5534862p-1
    };

    private static final double[] LOG_C = {
        -0x1.57bf7808caadep-2,
        -0x1.2bef0a7c06ddbp-2,
        -0x1.01eae7f513a67p-2,
        -0x1.b31d8a68224e9p-3,
        -0x1.6574f0ac07758p-3,
        -0x1.1aa2bc79c81p-3,
        -0x1.a4e76ce8c0e5ep-4,
        -0x1.1973c5a611cccp-4,
        -0x1.252f438e10c1ep-5,
        0,
        0x1.aa5aa5df25984p-5,
        0x1.c5e53aa362eb4p-4,
        0x1.526e57720db08p-3,
        0x1.bc2860d22477p-3,
        0x1.1058bc8a07ee1p-2,
        0x1.4043057b6ee09p-2
    };

    static {
        for (int i = 0; i < LOG.length; i++) {
            int k = LEAST_K + i / POINTS;
            INVERSE[i] = Math.scalb(INVERSE_C[i % POINTS], -k);
            LOG[i] = Math.fma((double) k, LN_2, LOG_C[i % POINTS]);
        }
    }

    private Logf() {}

    /** {@code logf} of a float from {@link #SMALLEST} to 1, 1 excluded. */
    static float logf(double x) {
        assert x >= SMALLEST && x < 1;
        int index = (int) (Double.doubleToRawLongBits(x) - ORIGIN >> SHIFT);
        double r = Math.fma(x, INVERSE[index], -1);
        double y = Math.fma(Math.fma(A0, r, A1), r, A2);
        return (float) Math.fma(y, r * r, LOG[index] + r);
    }
}
