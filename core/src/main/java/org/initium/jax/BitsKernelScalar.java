// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

/** {@link BitsKernel} one element at a time, straight from {@link Threefry}. */
final class BitsKernelScalar implements BitsKernel {
    @Override
    public void fill(JaxKey key, long first, int n, int[] words, int[] scratch) {
        assert n % GROUP == 0 && n <= words.length;
        int upper = (int) (first >>> 32);
        int lower = (int) first;
        for (int i = 0; i < n; i++) {
            long block = Threefry.block(key.k0(), key.k1(), upper, lower + i);
            words[i] = (int) (block >>> 32) ^ (int) block;
        }
    }
}
