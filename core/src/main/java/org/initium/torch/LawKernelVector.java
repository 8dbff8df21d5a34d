// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.F2I;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
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
 * <p>A normal law first sorts a batch's words into radii and angles, which fill a half of the scratch array each, and at
 * last puts what became of them back in blocks. These two passes use vectors of 8 lanes at most, half a block; the passes
 * between them any width. Each is one straight loop of at most some 35 vector operations, beyond which C2 stops inlining.
 */
final class LawKernelVector implements LawKernel {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final VectorSpecies<Integer> INT = Simd.INT;
    private static final int LANES = FLOAT.length();

    private static final int HALF = BLOCK / 2;
    private static final VectorSpecies<Float> HALF_FLOAT = LANES > HALF ? FloatVector.SPECIES_256 : FLOAT;
    private static final VectorSpecies<Integer> HALF_INT = LANES > HALF ? IntVector.SPECIES_256 : INT;
    private static final int HALF_LANES = HALF_FLOAT.length();

    /** Where in the scratch array the angles, then the sines, begin. */
    private static final int ANGLES = BATCH / 2;

    @Override
    public void uniform(int[] words, int at, int n, float from, float range, float[] out, int offset) {
        int whole = INT.loopBound(n);
        for (int i = 0; i < whole; i += LANES) {
            IntVector bits = IntVector.fromArray(INT, words, at + i).and(MASK);
            ((FloatVector) bits.convert(I2F, 0))
                    .mul(ULP)
                    .fma(FloatVector.broadcast(FLOAT, range), FloatVector.broadcast(FLOAT, from))
                    .intoArray(out, offset + i);
        }
        for (int i = whole; i < n; i++) {
            out[offset + i] = Math.fma((words[at + i] & MASK) * ULP, range, from);
        }
    }

    @Override
    public void normal(int[] words, int at, int n, float mean, float stddev, float[] scratch, float[] out, int offset) {
        assert n % BLOCK == 0 && n <= BATCH && scratch.length == BATCH;
        sort(words, at, n / 2, scratch);
        radii(scratch, n / 2);
        pairs(scratch, n / 2);
        merge(scratch, n / 2, mean, stddev, out, offset);
    }

    /** Place of pair i's first word and element: 8 pairs to a block of 16. */
    private static int place(int i) {
        return i + (i & -HALF);
    }

    /** {@code scratch[i] = 1 - u} of the radius words, {@code scratch[ANGLES + i] = 2 pi u} of the angle words. */
    private static void sort(int[] words, int at, int pairs, float[] scratch) {
        for (int i = 0; i < pairs; i += HALF_LANES) {
            IntVector radius =
                    IntVector.fromArray(HALF_INT, words, at + place(i)).and(MASK);
            IntVector angle =
                    IntVector.fromArray(HALF_INT, words, at + place(i) + HALF).and(MASK);
            FloatVector u = ((FloatVector) radius.convert(I2F, 0)).mul(ULP);
            FloatVector v = ((FloatVector) angle.convert(I2F, 0)).mul(ULP);
            FloatVector.broadcast(HALF_FLOAT, 1).sub(u).intoArray(scratch, i);
            v.mul(TWO_PI).intoArray(scratch, ANGLES + i);
        }
    }

    /** {@code scratch[i] = sqrt(-2 ln scratch[i])}. The last vector may reach beyond the pairs, where nobody reads. */
    private static void radii(float[] scratch, int pairs) {
        for (int i = 0; i < pairs; i += LANES) {
            IntVector shifted =
                    FloatVector.fromArray(FLOAT, scratch, i).reinterpretAsInts().sub(SQRT_HALF_BITS);
            FloatVector e = (FloatVector) shifted.lanewise(ASHR, 23).convert(I2F, 0);
            FloatVector y = shifted.and(MANTISSA)
                    .add(SQRT_HALF_BITS)
                    .reinterpretAsFloats()
                    .sub(1f);
            FloatVector z = y.mul(y);
            FloatVector p = FloatVector.broadcast(FLOAT, P0);
            p = p.fma(y, FloatVector.broadcast(FLOAT, P1));
            p = p.fma(y, FloatVector.broadcast(FLOAT, P2));
            p = p.fma(y, FloatVector.broadcast(FLOAT, P3));
            p = p.fma(y, FloatVector.broadcast(FLOAT, P4));
            p = p.fma(y, FloatVector.broadcast(FLOAT, P5));
            p = p.fma(y, FloatVector.broadcast(FLOAT, P6));
            p = p.fma(y, FloatVector.broadcast(FLOAT, P7));
            p = p.fma(y, FloatVector.broadcast(FLOAT, P8));
            p = p.mul(y).fma(z, e.mul(LN2_LOW));
            p = z.fma(FloatVector.broadcast(FLOAT, -0.5f), p);
            e.fma(FloatVector.broadcast(FLOAT, LN2_HIGH), y.add(p))
                    .mul(-2f)
                    .lanewise(SQRT)
                    .intoArray(scratch, i);
        }
    }

    /** {@code (scratch[i], scratch[ANGLES + i])}: from radius and angle to radius times (cosine, sine). */
    private static void pairs(float[] scratch, int pairs) {
        for (int i = 0; i < pairs; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOAT, scratch, ANGLES + i);
            IntVector q =
                    ((IntVector) x.mul(FOUR_OVER_PI).convert(F2I, 0)).add(1).and(~1);
            FloatVector octants = (FloatVector) q.convert(I2F, 0);
            x = octants.fma(FloatVector.broadcast(FLOAT, QUARTER_PI_1), x);
            x = octants.fma(FloatVector.broadcast(FLOAT, QUARTER_PI_2), x);
            x = octants.fma(FloatVector.broadcast(FLOAT, QUARTER_PI_3), x);
            FloatVector z = x.mul(x);
            FloatVector sin = FloatVector.broadcast(FLOAT, S0);
            sin = sin.fma(z, FloatVector.broadcast(FLOAT, S1));
            sin = sin.fma(z, FloatVector.broadcast(FLOAT, S2)).mul(z).fma(x, x);
            FloatVector cos = FloatVector.broadcast(FLOAT, C0);
            cos = cos.fma(z, FloatVector.broadcast(FLOAT, C1));
            cos = cos.fma(z, FloatVector.broadcast(FLOAT, C2)).mul(z).fma(z, z.mul(-0.5f));
            cos = cos.add(1f);
            VectorMask<Float> swap = q.and(2).compare(EQ, 2).cast(FLOAT);
            // Bit 2 of q, and of q + 2, as the sign: q - 2 lacks the bit where q + 2 has it.
            IntVector sinSign = q.and(4).lanewise(LSHL, 29);
            IntVector cosSign = q.add(2).and(4).lanewise(LSHL, 29);
            FloatVector radius = FloatVector.fromArray(FLOAT, scratch, i);
            FloatVector c = cos.blend(sin, swap)
                    .reinterpretAsInts()
                    .lanewise(XOR, cosSign)
                    .reinterpretAsFloats();
            FloatVector s = sin.blend(cos, swap)
                    .reinterpretAsInts()
                    .lanewise(XOR, sinSign)
                    .reinterpretAsFloats();
            radius.mul(c).intoArray(scratch, i);
            radius.mul(s).intoArray(scratch, ANGLES + i);
        }
    }

    private static void merge(float[] scratch, int pairs, float mean, float stddev, float[] out, int offset) {
        FloatVector scale = FloatVector.broadcast(HALF_FLOAT, stddev);
        FloatVector shift = FloatVector.broadcast(HALF_FLOAT, mean);
        for (int i = 0; i < pairs; i += HALF_LANES) {
            FloatVector.fromArray(HALF_FLOAT, scratch, i).fma(scale, shift).intoArray(out, offset + place(i));
            FloatVector.fromArray(HALF_FLOAT, scratch, ANGLES + i)
                    .fma(scale, shift)
                    .intoArray(out, offset + place(i) + HALF);
        }
    }
}
