// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.L2I;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.SQRT;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link LawKernel} on whole vectors: the operations of {@link LawKernelScalar}, lane by lane.
 *
 * <p>A 64-bit lane holds the two words of a pair, the radius's in its lower half, and then one of their doubles. Each pass is
 * one straight loop of some 35 vector operations at most, over arrays that stay in the L1 cache (see the native sampler's
 * kernel for why).
 */
final class LawKernelVector implements LawKernel {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final VectorSpecies<Integer> INT = Simd.INT;
    private static final VectorSpecies<Double> DOUBLE = Simd.DOUBLE;
    private static final int LANES = FLOAT.length();
    private static final int PAIRS = DOUBLE.length();

    /** As many bits as a vector of doubles. */
    private static final VectorSpecies<Integer> WORDS = DOUBLE.vectorShape().withLanes(int.class);

    /** As many lanes as a vector of doubles, in half the bits. */
    private static final VectorShape HALF = VectorShape.forBitSize(DOUBLE.vectorBitSize() / 2);

    private static final VectorSpecies<Float> HALF_FLOAT = HALF.withLanes(float.class);
    private static final VectorSpecies<Integer> HALF_INT = HALF.withLanes(int.class);

    /** The bits of 2^52: a whole number below 2^52 put into its mantissa makes the double {@code 2^52 + number}. */
    private static final long TWO_52 = 0x4330000000000000L;

    /** Lanes 0, 0, 1, 1, ...: the lower half, each twice; and the upper half. */
    private static final VectorShuffle<Float> LOWER_TWICE = VectorShuffle.fromOp(FLOAT, lane -> lane / 2);

    private static final VectorShuffle<Float> UPPER_TWICE = VectorShuffle.fromOp(FLOAT, lane -> (LANES + lane) / 2);
    private static final VectorMask<Float> ODD = VectorMask.fromLong(FLOAT, 0xAAAAAAAAL);

    @Override
    public void unit(int[] words, int n, float[] out, int offset) {
        for (int i = 0; i < n; i += LANES) {
            IntVector bits = IntVector.fromArray(INT, words, i).and(MANTISSA);
            ((FloatVector) bits.convert(I2F, 0)).mul(0x1p-23f).intoArray(out, offset + i);
        }
    }

    @Override
    public void standardNormal(int[] words, int n, Scratch scratch, float[] out, int offset) {
        assert n <= Scratch.SIZE;
        int pairs = n / 2;
        points(words, pairs, scratch.radiusUnits, scratch.points);
        logarithms(scratch.radiusUnits, scratch.points, pairs, scratch.logarithms);
        sinesAndCosines(words, pairs, scratch.sines, scratch.cosines);
        products(scratch.logarithms, scratch.sines, scratch.cosines, pairs, out, offset);
    }

    /** Radius units as doubles, and which entry of {@link Logf}'s tables each needs. */
    private static void points(int[] words, int pairs, double[] units, int[] points) {
        for (int i = 0; i < pairs; i += PAIRS) {
            DoubleVector u = IntVector.fromArray(WORDS, words, 2 * i)
                    .reinterpretAsLongs()
                    .and(MANTISSA)
                    .or(TWO_52)
                    .reinterpretAsDoubles()
                    .sub(0x1p52)
                    .mul(0x1p-23)
                    .max(Logf.SMALLEST);
            u.intoArray(units, i);
            LongVector index = u.reinterpretAsLongs().sub(Logf.ORIGIN).lanewise(ASHR, Logf.SHIFT);
            ((IntVector) index.convertShape(L2I, HALF_INT, 0)).intoArray(points, i);
        }
    }

    private static void logarithms(double[] units, int[] points, int pairs, float[] logarithms) {
        for (int i = 0; i < pairs; i += PAIRS) {
            DoubleVector r = DoubleVector.fromArray(DOUBLE, units, i)
                    .fma(
                            DoubleVector.fromArray(DOUBLE, Logf.INVERSE, 0, points, i),
                            DoubleVector.broadcast(DOUBLE, -1));
            DoubleVector y = DoubleVector.broadcast(DOUBLE, Logf.A0);
            y = y.fma(r, DoubleVector.broadcast(DOUBLE, Logf.A1));
            y = y.fma(r, DoubleVector.broadcast(DOUBLE, Logf.A2));
            y = y.fma(
                    r.mul(r),
                    DoubleVector.fromArray(DOUBLE, Logf.LOG, 0, points, i).add(r));
            ((FloatVector) y.convertShape(D2F, HALF_FLOAT, 0)).intoArray(logarithms, i);
        }
    }

    private static void sinesAndCosines(int[] words, int pairs, float[] sines, float[] cosines) {
        for (int i = 0; i < pairs; i += PAIRS) {
            LongVector m = IntVector.fromArray(WORDS, words, 2 * i)
                    .reinterpretAsLongs()
                    .lanewise(LSHR, 32)
                    .and(MANTISSA);
            FloatVector angle = (FloatVector) m.or(TWO_52)
                    .reinterpretAsDoubles()
                    .sub(0x1p52)
                    .mul(Sincosf.TURN)
                    .convertShape(D2F, HALF_FLOAT, 0);
            LongVector quadrant = m.add(Sincosf.EIGHTH);
            DoubleVector x = quadrant.lanewise(LSHR, Sincosf.QUADRANT)
                    .or(TWO_52)
                    .reinterpretAsDoubles()
                    .sub(0x1p52)
                    .fma(DoubleVector.broadcast(DOUBLE, -Sincosf.HALF_PI), (DoubleVector)
                            angle.convertShape(F2D, DOUBLE, 0));
            DoubleVector x2 = x.mul(x);
            DoubleVector s = DoubleVector.broadcast(DOUBLE, Sincosf.S3);
            s = s.fma(x2, DoubleVector.broadcast(DOUBLE, Sincosf.S2));
            s = s.fma(x2, DoubleVector.broadcast(DOUBLE, Sincosf.S1));
            s = s.mul(x2).fma(x, x);
            DoubleVector c = DoubleVector.broadcast(DOUBLE, Sincosf.C4);
            c = c.fma(x2, DoubleVector.broadcast(DOUBLE, Sincosf.C3));
            c = c.fma(x2, DoubleVector.broadcast(DOUBLE, Sincosf.C2));
            c = c.fma(x2, DoubleVector.broadcast(DOUBLE, Sincosf.C1));
            c = c.fma(x2, DoubleVector.broadcast(DOUBLE, 1));
            // The lowest bit of n as the sign bit, then the second one: of n for the sine, of n + 1 for the cosine.
            VectorMask<Double> odd = quadrant.lanewise(LSHL, 63 - Sincosf.QUADRANT)
                    .compare(LT, 0)
                    .cast(DOUBLE);
            LongVector sSign = quadrant.lanewise(LSHL, 62 - Sincosf.QUADRANT).and(Long.MIN_VALUE);
            LongVector cSign = quadrant.add(1L << Sincosf.QUADRANT)
                    .lanewise(LSHL, 62 - Sincosf.QUADRANT)
                    .and(Long.MIN_VALUE);
            rounded(s.blend(c, odd), sSign).intoArray(sines, i);
            rounded(c.blend(s, odd), cSign).intoArray(cosines, i);
        }
    }

    private static FloatVector rounded(DoubleVector x, LongVector sign) {
        return (FloatVector) x.reinterpretAsLongs()
                .lanewise(XOR, sign)
                .reinterpretAsDoubles()
                .convertShape(D2F, HALF_FLOAT, 0);
    }

    /** Sine and cosine times the radius, alternating. */
    private static void products(
            float[] logarithms, float[] sines, float[] cosines, int pairs, float[] out, int offset) {
        for (int i = 0; i < pairs; i += LANES) {
            FloatVector radius =
                    FloatVector.fromArray(FLOAT, logarithms, i).mul(-2f).lanewise(SQRT);
            FloatVector s = FloatVector.fromArray(FLOAT, sines, i).mul(radius);
            FloatVector c = FloatVector.fromArray(FLOAT, cosines, i).mul(radius);
            s.rearrange(LOWER_TWICE).blend(c.rearrange(LOWER_TWICE), ODD).intoArray(out, offset + 2 * i);
            s.rearrange(UPPER_TWICE).blend(c.rearrange(UPPER_TWICE), ODD).intoArray(out, offset + 2 * i + LANES);
        }
    }

    @Override
    public void affine(float factor, float shift, int n, float[] out, int offset) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector.fromArray(FLOAT, out, offset + i).mul(factor).add(shift).intoArray(out, offset + i);
        }
    }
}
