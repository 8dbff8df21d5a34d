// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

/** {@link LawKernel} one element at a time: its definition. */
final class LawKernelScalar implements LawKernel {
    @Override
    public void unit(int[] words, int n, float[] out, int offset) {
        for (int i = 0; i < n; i++) {
            out[offset + i] = (words[i] & MANTISSA) * 0x1p-23f;
        }
    }

    @Override
    public void standardNormal(int[] words, int n, Scratch scratch, float[] out, int offset) {
        assert n <= Scratch.SIZE;
        for (int i = 0; i < n; i += 2) {
            double u = Math.max((words[i] & MANTISSA) * 0x1p-23, Logf.SMALLEST);
            float radius = (float) Math.sqrt(-2 * Logf.logf(u));
            Sincosf.sincosf(words[i + 1] & MANTISSA, scratch.sines, scratch.cosines, i / 2);
            out[offset + i] = scratch.sines[i / 2] * radius;
            out[offset + i + 1] = scratch.cosines[i / 2] * radius;
        }
    }

    @Override
    public void affine(float factor, float shift, int n, float[] out, int offset) {
        for (int i = offset; i < offset + n; i++) {
            out[i] = out[i] * factor + shift;
        }
    }
}
