// SPDX-License-Identifier: Apache-2.0
package org.initium.random.mersenne;

/** {@link TwistKernel} one word at a time. */
final class TwistKernelScalar implements TwistKernel {
    @Override
    public void twist(int[] x) {
        assert x.length == 2 * N;
        for (int k = 0; k < N; k++) {
            int y = x[k] & UPPER | x[k + 1] & ~UPPER;
            x[k + N] = x[k + M] ^ y >>> 1 ^ -(y & 1) & A;
        }
    }

    @Override
    public void temper(int[] x, int from, int count, int[] out, int offset) {
        for (int i = 0; i < count; i++) {
            out[offset + i] = TwistKernel.temper(x[from + i]);
        }
    }
}
