// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link LawKernel} on whole vectors: the operations of {@link LawKernelScalar} lane by lane, for laws that are not
 * {@linkplain Law#isDelicate() delicate}.
 *
 * <p>The inverse of the error function is three passes over arrays that stay in the L1 cache, each of at most some 35
 * vector operations: with more in one method, C2 stops inlining the Vector API and allocates each intermediate vector.
 */
final class LawKernelVector implements LawKernel {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final VectorSpecies<Integer> INT = Simd.INT;
    private static final int LANES = FLOAT.length();

    @Override
    public void draw(Law law, int[] words, int n, float[] scratch, float[] out, int offset) {
        assert n % BitsKernel.GROUP == 0 && n <= words.length && n <= scratch.length;
        assert !law.isDelicate();
        if (law.uniform()) {
            uniforms(words, n, law.lo(), law.range(), law.factor(), law.addend(), out, offset);
        } else {
            uniforms(words, n, law.lo(), law.range(), 1, -0f, out, offset);
            smallLog1p(n, out, offset, scratch);
            log1p(n, out, offset, scratch);
            quantiles(law, words, n, scratch, out, offset);
        }
    }

    private static void uniforms(
            int[] words, int n, float lo, float range, float factor, float addend, float[] out, int offset) {
        for (int i = 0; i < n; i += LANES) {
            IntVector bits =
                    IntVector.fromArray(INT, words, i).lanewise(LSHR, DROPPED).or(ONE);
            FloatVector f = bits.reinterpretAsFloats().sub(1f);
            f.fma(FloatVector.broadcast(FLOAT, range), FloatVector.broadcast(FLOAT, lo))
                    .mul(factor)
                    .add(addend)
                    .intoArray(out, offset + i);
        }
    }

    /** {@code logs[i] = log(1 - u^2)} by the rational function, of use where {@code u^2} is small. */
    private static void smallLog1p(int n, float[] u, int offset, float[] logs) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOAT, u, offset + i);
            FloatVector m = x.mul(x.neg());
            FloatVector p = FloatVector.broadcast(FLOAT, XlaMath.P0);
            p = p.fma(m, FloatVector.broadcast(FLOAT, XlaMath.P1));
            p = p.fma(m, FloatVector.broadcast(FLOAT, XlaMath.P2));
            p = p.fma(m, FloatVector.broadcast(FLOAT, XlaMath.P3));
            p = p.fma(m, FloatVector.broadcast(FLOAT, XlaMath.P4));
            p = p.fma(m, FloatVector.broadcast(FLOAT, XlaMath.P5));
            p = p.fma(m, FloatVector.broadcast(FLOAT, XlaMath.P6));
            FloatVector q = m.add(XlaMath.Q1);
            q = q.fma(m, FloatVector.broadcast(FLOAT, XlaMath.Q2));
            q = q.fma(m, FloatVector.broadcast(FLOAT, XlaMath.Q3));
            q = q.fma(m, FloatVector.broadcast(FLOAT, XlaMath.Q4));
            q = q.fma(m, FloatVector.broadcast(FLOAT, XlaMath.Q5));
            q = q.fma(m, FloatVector.broadcast(FLOAT, XlaMath.Q6));
            FloatVector m2 = m.mul(m);
            FloatVector cubic = m.mul(m2).mul(p.div(q));
            m.add(m2.fma(FloatVector.broadcast(FLOAT, -0.5f), cubic)).intoArray(logs, i);
        }
    }

    /**
     * Puts the logarithm proper where {@code u^2} is not small.
     *
     * <p>This is written out to more than the 325 bytes of bytecode (C2's FreqInlineSize) that a method may have to be inlined:
     * with all passes inlined into one method C2 reaches its NodeCountInliningCutoff within them, and allocates vectors.
     */
    private static void log1p(int n, float[] u, int offset, float[] logs) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOAT, u, offset + i);
            FloatVector m = x.mul(x.neg());
            IntVector shifted = m.add(1f).reinterpretAsInts().sub(XlaMath.MANTISSA_CUT);
            FloatVector e = (FloatVector) shifted.lanewise(ASHR, 23).convert(I2F, 0);
            FloatVector f = shifted.and(XlaMath.MANTISSA)
                    .add(XlaMath.MANTISSA_CUT)
                    .reinterpretAsFloats()
                    .sub(1f);
            FloatVector f2 = f.mul(f);
            FloatVector f3 = f2.mul(f);
            FloatVector r = FloatVector.broadcast(FLOAT, XlaMath.L0);
            r = r.fma(f, FloatVector.broadcast(FLOAT, XlaMath.L1));
            r = r.fma(f, FloatVector.broadcast(FLOAT, XlaMath.L2));
            FloatVector s = FloatVector.broadcast(FLOAT, XlaMath.L3);
            s = s.fma(f, FloatVector.broadcast(FLOAT, XlaMath.L4));
            s = s.fma(f, FloatVector.broadcast(FLOAT, XlaMath.L5));
            FloatVector t = FloatVector.broadcast(FLOAT, XlaMath.L6);
            t = t.fma(f, FloatVector.broadcast(FLOAT, XlaMath.L7));
            t = t.fma(f, FloatVector.broadcast(FLOAT, XlaMath.L8));
            r = r.fma(f3, s).fma(f3, t).fma(f3, e.mul(XlaMath.LN_2_LOW));
            r = f2.fma(FloatVector.broadcast(FLOAT, -0.5f), f).add(r);
            r = e.fma(FloatVector.broadcast(FLOAT, XlaMath.LN_2_HIGH), r);
            FloatVector small = FloatVector.fromArray(FLOAT, logs, i);
            small.blend(r, m.compare(LE, -XlaMath.LOG1P_SMALL)).intoArray(logs, i);
        }
    }

    /** {@code sqrt(2) erfInv(u)} with clamp, factor and addend, over u in {@code out}. */
    private static void quantiles(Law law, int[] words, int n, float[] logs, float[] out, int offset) {
        FloatVector bottom = FloatVector.broadcast(FLOAT, law.bottom());
        FloatVector top = FloatVector.broadcast(FLOAT, law.top());
        float factor = law.factor();
        float addend = law.addend();
        for (int i = 0; i < n; i += LANES) {
            FloatVector w = FloatVector.fromArray(FLOAT, logs, i).neg();
            FloatVector t = w.sub(2.5f);
            FloatVector c = FloatVector.broadcast(FLOAT, XlaMath.C0);
            c = c.fma(t, FloatVector.broadcast(FLOAT, XlaMath.C1));
            c = c.fma(t, FloatVector.broadcast(FLOAT, XlaMath.C2));
            c = c.fma(t, FloatVector.broadcast(FLOAT, XlaMath.C3));
            c = c.fma(t, FloatVector.broadcast(FLOAT, XlaMath.C4));
            c = c.fma(t, FloatVector.broadcast(FLOAT, XlaMath.C5));
            c = c.fma(t, FloatVector.broadcast(FLOAT, XlaMath.C6));
            c = c.fma(t, FloatVector.broadcast(FLOAT, XlaMath.C7));
            c = c.fma(t, FloatVector.broadcast(FLOAT, XlaMath.C8));
            FloatVector z = FloatVector.fromArray(FLOAT, out, offset + i).mul(c).mul(XlaMath.SQRT_2);
            z = z.blend(bottom, z.compare(LT, bottom));
            z = z.blend(top, z.compare(GT, top));
            z.mul(factor).add(addend).intoArray(out, offset + i);
            if (w.compare(GE, XlaMath.ERF_INV_CENTRE).anyTrue()) {
                tails(law, words, i, logs, out, offset + i);
            }
        }
    }

    /** Puts right what lies beyond the centre: one element of 290 of the normal law, none of the usual truncated one. */
    private static void tails(Law law, int[] words, int first, float[] logs, float[] out, int offset) {
        for (int lane = 0; lane < LANES; lane++) {
            if (-logs[first + lane] >= XlaMath.ERF_INV_CENTRE) {
                out[offset + lane] = LawKernelScalar.element(law, words[first + lane]);
            }
        }
    }
}
