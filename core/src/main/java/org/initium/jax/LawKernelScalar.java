// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import static org.initium.jax.XlaMath.flush;

/** {@link LawKernel} one element at a time: the definition, which also knows what becomes of subnormals. */
final class LawKernelScalar implements LawKernel {
    @Override
    public void draw(Law law, int[] words, int n, float[] scratch, float[] out, int offset) {
        for (int i = 0; i < n; i++) {
            out[offset + i] = element(law, words[i]);
        }
    }

    /** What one draw becomes. */
    static float element(Law law, int word) {
        float f = Float.intBitsToFloat(word >>> DROPPED | ONE) - 1;
        float x = flush(Math.fma(f, law.range(), law.lo()));
        if (!law.uniform()) {
            x = flush(XlaMath.erfInv(x) * XlaMath.SQRT_2);
            x = Math.min(Math.max(x, law.bottom()), law.top());
        }
        return flush(flush(x * law.factor()) + law.addend());
    }
}
