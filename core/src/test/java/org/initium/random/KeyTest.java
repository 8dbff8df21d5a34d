// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.initium.random.philox.Philox4x32;
import org.junit.jupiter.api.Test;

class KeyTest {
    /** Frozen: other keys would give every network of every seed other weights. */
    @Test
    void derivationIsFrozen() {
        int[] block = new int[4];
        Philox4x32.block(42, 7 | Long.MIN_VALUE, 0, block, 0);

        assertThat(Key.of(42)).isEqualTo(new Key(42, 0));
        assertThat(Key.of(42).child(7)).isEqualTo(new Key(join(block[0], block[1]), join(block[2], block[3])));
        assertThat(Key.of(42).child(7).child(1)).isEqualTo(new Key(-5119274688647586185L, 7720408663082303281L));
    }

    private static long join(int low, int high) {
        return Integer.toUnsignedLong(low) | (long) high << 32;
    }

    /** 64-bit accidents among 3,000 keys have probability 3000^2 / 2^65 = 2.4e-13 and would be permanent: seeds are fixed. */
    @Test
    void keysDiffer() {
        Set<Key> keys = new HashSet<>();
        Set<Long> halves = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            Key root = Key.of(seed);
            keys.add(root);
            for (long i = 0; i < 30; i++) {
                Key child = root.child(i);
                keys.add(child);
                keys.add(child.child(i));
                halves.add(child.key());
                halves.add(child.stream());
            }
        }
        assertThat(keys).hasSize(50 + 50 * 60);
        assertThat(halves).hasSize(50 * 60);
    }

    @Test
    void negativeIndexIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of(1).child(-3))
                .withMessage("index -3 is negative, expected 0 or more");
    }
}
