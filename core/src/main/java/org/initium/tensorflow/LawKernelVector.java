// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.L2I;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
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
 * one straight loop of some 30 vector operations at most, over arrays that stay in the L1 cache: more in one method and C2 stops
 * inlining the Vector API and allocates intermediate vectors, which made sine and cosine in one pass three times as slow.
 */
final class LawKernelVector implements LawKernel {
    private static final VectorSpecies<Double> DOUBLE = Simd.DOUBLE;

    /** As wide as vectors of doubles: never two lanes, between which C2 cannot rearrange. */
    private static final VectorSpecies<Float> FLOAT = DOUBLE.vectorShape().withLanes(float.class);

    private static final VectorSpecies<Integer> INT = DOUBLE.vectorShape().withLanes(int.class);
    private static final int LANES = FLOAT.length();
    private static final int PAIRS = DOUBLE.length();

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
        points(words, pairs, scratch.arguments, scratch.indices);
        lookUp(scratch.indices, pairs, scratch.inverses, scratch.pointLogarithms);
        logarithms(scratch, pairs);
        reduce(words, pairs, scratch.arguments, scratch.indices);
        sinesAndCosines(scratch.arguments, pairs, scratch.sines, scratch.cosines);
        products(scratch, pairs, out, offset);
    }

    /** The u of each radius as a double, and which entry of {@link Logf}'s tables it needs. */
    private static void points(int[] words, int pairs, double[] units, int[] points) {
        for (int i = 0; i < pairs; i += PAIRS) {
            LongVector m = IntVector.fromArray(INT, words, 2 * i).reinterpretAsLongs();
            DoubleVector u = multiple(m.and(MANTISSA), 0x1p-23).max(Logf.SMALLEST);
            u.intoArray(units, i);
            LongVector index = u.reinterpretAsLongs().sub(Logf.ORIGIN).lanewise(LSHR, Logf.SHIFT);
            ((IntVector) index.convertShape(L2I, HALF_INT, 0)).intoArray(points, i);
        }
    }

    /** {@code number * unit}, rounded once, for numbers below 2^52. */
    private static DoubleVector multiple(LongVector number, double unit) {
        DoubleVector shifted = number.or(TWO_52).reinterpretAsDoubles();
        return shifted.fma(DoubleVector.broadcast(DOUBLE, unit), DoubleVector.broadcast(DOUBLE, -0x1p52 * unit));
    }

    /** Without vectors: the Vector API's gather takes 1.5 times as long, and is emulated where vectors have two lanes. */
    private static void lookUp(int[] points, int pairs, double[] inverses, double[] logarithms) {
        for (int i = 0; i < pairs; i++) {
            inverses[i] = Logf.INVERSE[points[i]];
            logarithms[i] = Logf.LOG[points[i]];
        }
    }

    private static void logarithms(Scratch scratch, int pairs) {
        for (int i = 0; i < pairs; i += PAIRS) {
            DoubleVector r = DoubleVector.fromArray(DOUBLE, scratch.arguments, i)
                    .fma(DoubleVector.fromArray(DOUBLE, scratch.inverses, i), DoubleVector.broadcast(DOUBLE, -1));
            DoubleVector y = DoubleVector.broadcast(DOUBLE, Logf.A0);
            y = y.fma(r, DoubleVector.broadcast(DOUBLE, Logf.A1));
            y = y.fma(r, DoubleVector.broadcast(DOUBLE, Logf.A2));
            y = y.fma(
                    r.mul(r),
                    DoubleVector.fromArray(DOUBLE, scratch.pointLogarithms, i).add(r));
            ((FloatVector) y.convertShape(D2F, HALF_FLOAT, 0)).intoArray(scratch.logarithms, i);
        }
    }

    /** Angles less the quadrants n that they lie in, as doubles, and these. */
    private static void reduce(int[] words, int pairs, double[] angles, int[] quadrants) {
        for (int i = 0; i < pairs; i += PAIRS) {
            LongVector m = IntVector.fromArray(INT, words, 2 * i)
                    .reinterpretAsLongs()
                    .lanewise(LSHR, 32)
                    .and(MANTISSA);
            LongVector n = m.add(Sincosf.EIGHTH).lanewise(LSHR, Sincosf.QUADRANT);
            FloatVector angle = (FloatVector) multiple(m, Sincosf.TURN).convertShape(D2F, HALF_FLOAT, 0);
            ((DoubleVector) angle.convertShape(F2D, DOUBLE, 0))
                    .sub(multiple(n, Sincosf.HALF_PI))
                    .intoArray(angles, i);
            ((IntVector) n.convertShape(L2I, HALF_INT, 0)).intoArray(quadrants, i);
        }
    }

    /** Of reduced angles. */
    private static void sinesAndCosines(double[] angles, int pairs, float[] sines, float[] cosines) {
        for (int i = 0; i < pairs; i += PAIRS) {
            DoubleVector x = DoubleVector.fromArray(DOUBLE, angles, i);
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
            ((FloatVector) s.convertShape(D2F, HALF_FLOAT, 0)).intoArray(sines, i);
            ((FloatVector) c.convertShape(D2F, HALF_FLOAT, 0)).intoArray(cosines, i);
        }
    }

    /** Sine and cosine of the whole angle, alternating, times the radius. */
    private static void products(Scratch scratch, int pairs, float[] out, int offset) {
        for (int i = 0; i < pairs; i += LANES) {
            IntVector n = IntVector.fromArray(INT, scratch.indices, i);
            IntVector s = FloatVector.fromArray(FLOAT, scratch.sines, i).reinterpretAsInts();
            IntVector c = FloatVector.fromArray(FLOAT, scratch.cosines, i).reinterpretAsInts();
            // For odd n the two change places (xor with what differs between them); the second bit of n is the sine's
            // sign, that of n + 1 the cosine's.
            IntVector exchanged = s.lanewise(XOR, c).and(n.and(1).neg());
            s = s.lanewise(XOR, exchanged).lanewise(XOR, n.and(2).lanewise(LSHL, 30));
            c = c.lanewise(XOR, exchanged).lanewise(XOR, n.add(1).and(2).lanewise(LSHL, 30));
            FloatVector radius =
                    FloatVector.fromArray(FLOAT, scratch.logarithms, i).mul(-2f).lanewise(SQRT);
            FloatVector x = s.reinterpretAsFloats().mul(radius);
            FloatVector y = c.reinterpretAsFloats().mul(radius);
            x.rearrange(LOWER_TWICE).blend(y.rearrange(LOWER_TWICE), ODD).intoArray(out, offset + 2 * i);
            x.rearrange(UPPER_TWICE).blend(y.rearrange(UPPER_TWICE), ODD).intoArray(out, offset + 2 * i + LANES);
        }
    }

    @Override
    public void affine(float factor, float shift, int n, float[] out, int offset) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector.fromArray(FLOAT, out, offset + i).mul(factor).add(shift).intoArray(out, offset + i);
        }
    }
}
