// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import static org.initium.jax.XlaMath.flush;

/**
 * What a 32-bit draw becomes, in JAX's steps:
 *
 * <pre>
 * f = the draw's upper 23 bits as a fraction in [0, 1)
 * u = fma(f, range, lo)
 * x = u                                                  uniform
 * x = min(max(sqrt(2) erfInv(u), bottom), top)           normal and truncated normal
 * x * factor + addend                                    two roundings, as two further programs of eager JAX
 * </pre>
 *
 * @param uniform whether the second line holds, not the third
 * @param lo lower bound of u
 * @param range 0 or more
 * @param bottom smallest x of the third line
 * @param top largest x of the third line
 * @param factor 1 where nothing is multiplied
 * @param addend -0 where nothing is added, which is the neutral element: 0 would make -0 a 0
 */
record Law(boolean uniform, float lo, float range, float bottom, float top, float factor, float addend) {
    /**
     * {@code jax.random.normal}: u lies in (-1, 1), its bounds being -1 + 2^-24 and 1; the difference rounds to 2.
     */
    static final Law NORMAL = quantile(-0x1.fffffep-1f, 1, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

    /** Magnitude below which a parameter could lead to a subnormal result: 2^-36 in three parameters makes 2^-108. */
    private static final float TINY = 0x1p-36f;

    private static final float NO_ADDEND = -0f;

    /**
     * {@code jax.random.uniform(minval=lo, maxval=hi)}. JAX takes the maximum of u and lo in the end; as the range is not
     * negative, and rounding monotone, u is never below lo.
     *
     * @param lo finite
     * @param hi at least lo
     */
    static Law uniform(float lo, float hi) {
        return new Law(true, flush(lo), flush(flush(hi) - flush(lo)), 0, 0, 1, NO_ADDEND);
    }

    /**
     * {@code jax.random.truncated_normal(lower, upper)}: erfInv between the erf of the bounds, then a clamp to the open
     * interval, since rounding may leave it.
     *
     * @param upper at least lower
     */
    static Law truncatedNormal(float lower, float upper) {
        return quantile(probability(lower), probability(upper), Math.nextUp(lower), Math.nextDown(upper));
    }

    private static float probability(float bound) {
        return XlaMath.erf(flush(flush(bound) * XlaMath.SQRT_HALF));
    }

    /**
     * XLA's erf is not monotone: erf(4.5 / sqrt(2)) is above erf(4.5000045 / sqrt(2)). Where the bounds are so near to each
     * other that hi is below lo, JAX's maximum of u and lo makes u constant; a range of 0 does so too.
     */
    private static Law quantile(float lo, float hi, float bottom, float top) {
        return new Law(false, lo, Math.max(0, flush(hi - lo)), flush(bottom), flush(top), 1, NO_ADDEND);
    }

    /** This law's draws times a factor, rounded. */
    Law times(float multiplier) {
        return new Law(uniform, lo, range, bottom, top, flush(multiplier), addend);
    }

    /** This law's draws plus a number, rounded. */
    Law plus(float summand) {
        return new Law(uniform, lo, range, bottom, top, factor, flush(summand));
    }

    /**
     * Whether a result could be subnormal, which XLA makes a zero, or a zero whose sign the clamp decides, as between bounds
     * that are both 0. If not, range is above 0 and each parameter is 0 or at least 2^-36. Then u is 0 or at least
     * {@code 2^-36 2^-23 2^-23 = 2^-82}, the last place of f times that of range; x is no less but for a factor of 0.8; and
     * its product with the factor is 0 or at least 2^-119, the sum with an addend too.
     */
    boolean isDelicate() {
        return range == 0 || tiny(lo) || tiny(range) || tiny(bottom) || tiny(top) || tiny(factor) || tiny(addend);
    }

    private static boolean tiny(float parameter) {
        return parameter != 0 && Math.abs(parameter) < TINY;
    }
}
