// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

/**
 * The Threefry2x32-20 block function: 64 bits out of a 64-bit counter and a 64-bit key.
 *
 * <p>J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw (2011), "Parallel Random Numbers: As Easy as 1, 2, 3", SC '11,
 * section 3.2 and table 2: twenty rounds of addition, rotation and exclusive or, with a key word added to each half before
 * the first and after every fourth round.
 */
final class Threefry {
    /** The third key word is the exclusive or of the other two and this: Threefish's parity constant, cut to 32 bits. */
    static final int PARITY = 0x1BD11BDA;

    private static final int[] EVEN_ROTATIONS = {13, 15, 26, 6};
    private static final int[] ODD_ROTATIONS = {17, 29, 16, 24};

    /** Groups of four rounds. */
    private static final int GROUPS = 5;

    private Threefry() {}

    /**
     * One block.
     *
     * @param k0 key word 0
     * @param k1 key word 1
     * @param c0 counter word 0
     * @param c1 counter word 1
     * @return word 0 in the upper half, word 1 in the lower
     */
    static long block(int k0, int k1, int c0, int c1) {
        int x0 = c0 + k0;
        int x1 = c1 + k1;
        int a = k1;
        int b = k0 ^ k1 ^ PARITY;
        int c = k0;
        for (int group = 1; group <= GROUPS; group++) {
            for (int rotation : group % 2 == 1 ? EVEN_ROTATIONS : ODD_ROTATIONS) {
                x0 += x1;
                x1 = Integer.rotateLeft(x1, rotation) ^ x0;
            }
            x0 += a;
            x1 += b + group;
            int first = a;
            a = b;
            b = c;
            c = first;
        }
        return (long) x0 << 32 | x1 & 0xFFFFFFFFL;
    }
}
