// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

/** {@link WordKernel} one lane after the other. */
final class WordKernelScalar implements WordKernel {
    @Override
    public void next(int[] states, int count, int[] words) {
        assert count % LANES == 0 && count <= words.length && STATE * LANES <= states.length;
        for (int lane = 0; lane < LANES; lane++) {
            int s0 = states[lane];
            int s1 = states[LANES + lane];
            int s2 = states[2 * LANES + lane];
            int s3 = states[3 * LANES + lane];
            for (int i = lane; i < count; i += LANES) {
                words[i] = Integer.rotateLeft(s0 + s3, 7) + s0;
                int t = s1 << 9;
                s2 ^= s0;
                s3 ^= s1;
                s1 ^= s2;
                s0 ^= s3;
                s2 ^= t;
                s3 = Integer.rotateLeft(s3, 11);
            }
            states[lane] = s0;
            states[LANES + lane] = s1;
            states[2 * LANES + lane] = s2;
            states[3 * LANES + lane] = s3;
        }
    }

    @Override
    public void nextUniform(int[] states, int count, float lo, float range, float top, float[] out, int offset) {
        assert count % LANES == 0 && offset + count <= out.length && STATE * LANES <= states.length;
        for (int lane = 0; lane < LANES; lane++) {
            int s0 = states[lane];
            int s1 = states[LANES + lane];
            int s2 = states[2 * LANES + lane];
            int s3 = states[3 * LANES + lane];
            for (int i = lane; i < count; i += LANES) {
                float u = (Integer.rotateLeft(s0 + s3, 7) + s0 >>> 8) * 0x1p-24f;
                float x = Math.fma(u, range, lo);
                out[offset + i] = x > top ? top : x;
                int t = s1 << 9;
                s2 ^= s0;
                s3 ^= s1;
                s1 ^= s2;
                s0 ^= s3;
                s2 ^= t;
                s3 = Integer.rotateLeft(s3, 11);
            }
            states[lane] = s0;
            states[LANES + lane] = s1;
            states[2 * LANES + lane] = s2;
            states[3 * LANES + lane] = s3;
        }
    }
}
