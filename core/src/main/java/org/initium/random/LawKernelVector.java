// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.SQRT;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link LawKernel} on whole vectors: the operations of {@link LawKernelScalar}, lane by lane.
 *
 * <p>Each law is a few passes over arrays that stay in the L1 cache, each pass one straight loop of at most some 35 vector
 * operations: more in one method and C2 stops inlining the Vector API and allocates each intermediate vector.
 */
final class LawKernelVector implements LawKernel {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final VectorSpecies<Integer> INT = Simd.INT;
    private static final int LANES = FLOAT.length();
    private static final int HALF = CHUNK / 2;

    @Override
    public void normal(int[] words, int n, float mean, float stddev, float[] scratch, float[] out, int offset) {
        radiusArguments(words, n / 2, scratch);
        ln(scratch, n / 2);
        pairs(words, n / 2, mean, stddev, scratch, out, offset);
    }

    /** Place of pair i's radius word, and of its first element: 32 pairs to a chunk of 64. */
    private static int place(int i) {
        return i + (i & -HALF);
    }

    private static void radiusArguments(int[] words, int pairs, float[] scratch) {
        for (int i = 0; i < pairs; i += LANES) {
            IntVector bits = IntVector.fromArray(INT, words, place(i)).lanewise(LSHR, 1);
            ((FloatVector) bits.convert(I2F, 0))
                    .fma(FloatVector.broadcast(FLOAT, UNIT), FloatVector.broadcast(FLOAT, 0x1p-32f))
                    .intoArray(scratch, i);
        }
    }

    /** {@code scratch[i] = ln(scratch[i])} for {@code i < n}. */
    private static void ln(float[] scratch, int n) {
        for (int i = 0; i < n; i += LANES) {
            IntVector shifted =
                    FloatVector.fromArray(FLOAT, scratch, i).reinterpretAsInts().sub(SQRT_HALF_BITS);
            FloatVector e = (FloatVector) shifted.lanewise(ASHR, 23).convert(I2F, 0);
            FloatVector f = shifted.and(MANTISSA)
                    .add(SQRT_HALF_BITS)
                    .reinterpretAsFloats()
                    .sub(1f);
            FloatVector p = FloatVector.broadcast(FLOAT, P7);
            p = p.fma(f, FloatVector.broadcast(FLOAT, P6));
            p = p.fma(f, FloatVector.broadcast(FLOAT, P5));
            p = p.fma(f, FloatVector.broadcast(FLOAT, P4));
            p = p.fma(f, FloatVector.broadcast(FLOAT, P3));
            p = p.fma(f, FloatVector.broadcast(FLOAT, P2));
            p = p.fma(f, FloatVector.broadcast(FLOAT, P1));
            p = p.fma(f, FloatVector.broadcast(FLOAT, P0));
            p = p.fma(f, FloatVector.broadcast(FLOAT, -0.5f));
            e.fma(FloatVector.broadcast(FLOAT, LN_2), f.mul(f).fma(p, f)).intoArray(scratch, i);
        }
    }

    private static void pairs(
            int[] words, int pairs, float mean, float stddev, float[] logarithms, float[] out, int offset) {
        for (int i = 0; i < pairs; i += LANES) {
            int at = place(i);
            IntVector word = IntVector.fromArray(INT, words, at + HALF);
            IntVector quadrant = word.add(0x20000000).lanewise(ASHR, 30);
            FloatVector r = ((FloatVector) word.sub(quadrant.lanewise(LSHL, 30)).convert(I2F, 0)).mul(0x1p-31f);
            FloatVector r2 = r.mul(r);
            FloatVector sin = FloatVector.broadcast(FLOAT, S3);
            sin = sin.fma(r2, FloatVector.broadcast(FLOAT, S2));
            sin = sin.fma(r2, FloatVector.broadcast(FLOAT, S1));
            sin = sin.fma(r2, FloatVector.broadcast(FLOAT, S0)).mul(r);
            FloatVector cos = FloatVector.broadcast(FLOAT, C4);
            cos = cos.fma(r2, FloatVector.broadcast(FLOAT, C3));
            cos = cos.fma(r2, FloatVector.broadcast(FLOAT, C2));
            cos = cos.fma(r2, FloatVector.broadcast(FLOAT, C1));
            cos = cos.fma(r2, FloatVector.broadcast(FLOAT, 1));
            VectorMask<Float> odd = quadrant.and(1).compare(EQ, 1).cast(FLOAT);
            IntVector xSign = quadrant.add(1).and(2).lanewise(LSHL, 30);
            IntVector ySign = quadrant.and(2).lanewise(LSHL, 30);
            FloatVector radius =
                    FloatVector.fromArray(FLOAT, logarithms, i).mul(-2f).lanewise(SQRT);
            FloatVector x =
                    cos.blend(sin, odd).reinterpretAsInts().lanewise(XOR, xSign).reinterpretAsFloats();
            FloatVector y =
                    sin.blend(cos, odd).reinterpretAsInts().lanewise(XOR, ySign).reinterpretAsFloats();
            FloatVector scale = FloatVector.broadcast(FLOAT, stddev);
            FloatVector shift = FloatVector.broadcast(FLOAT, mean);
            radius.mul(x).fma(scale, shift).intoArray(out, offset + at);
            radius.mul(y).fma(scale, shift).intoArray(out, offset + at + HALF);
        }
    }

    @Override
    public void truncatedNormal(
            int[] words,
            int n,
            float mean,
            float stddev,
            float bottom,
            float top,
            float[] scratch,
            float[] out,
            int offset) {
        logarithmArguments(words, n, scratch);
        ln(scratch, n);
        quantiles(words, n, mean, stddev, bottom, top, scratch, out, offset);
    }

    /** The signed upper 24 bits of a word as x in (-erf(sqrt(2)), erf(sqrt(2))). */
    private static FloatVector central(int[] words, int i) {
        IntVector k = IntVector.fromArray(INT, words, i).lanewise(ASHR, 8);
        return ((FloatVector) k.convert(I2F, 0))
                .fma(FloatVector.broadcast(FLOAT, CENTRAL), FloatVector.broadcast(FLOAT, CENTRAL / 2));
    }

    /** {@code 1 - x^2}. */
    private static void logarithmArguments(int[] words, int n, float[] scratch) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = central(words, i);
            x.fma(x, FloatVector.broadcast(FLOAT, -1)).neg().intoArray(scratch, i);
        }
    }

    private static void quantiles(
            int[] words,
            int n,
            float mean,
            float stddev,
            float bottom,
            float top,
            float[] logarithms,
            float[] out,
            int offset) {
        FloatVector first = FloatVector.broadcast(FLOAT, bottom);
        FloatVector last = FloatVector.broadcast(FLOAT, top);
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = central(words, i);
            FloatVector l = FloatVector.fromArray(FLOAT, logarithms, i);
            FloatVector g = FloatVector.broadcast(FLOAT, G6);
            g = g.fma(l, FloatVector.broadcast(FLOAT, G5));
            g = g.fma(l, FloatVector.broadcast(FLOAT, G4));
            g = g.fma(l, FloatVector.broadcast(FLOAT, G3));
            g = g.fma(l, FloatVector.broadcast(FLOAT, G2));
            g = g.fma(l, FloatVector.broadcast(FLOAT, G1));
            g = g.fma(l, FloatVector.broadcast(FLOAT, G0));
            FloatVector z = x.mul(g).fma(FloatVector.broadcast(FLOAT, stddev), FloatVector.broadcast(FLOAT, mean));
            z = z.blend(first, z.compare(LT, first));
            z.blend(last, z.compare(GT, last)).intoArray(out, offset + i);
        }
    }
}
