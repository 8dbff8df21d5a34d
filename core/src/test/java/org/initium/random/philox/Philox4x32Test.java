// SPDX-License-Identifier: Apache-2.0
package org.initium.random.philox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Philox4x32Test {
    /** philox4x32-10 in the file kat_vectors of Random123 1.14.0 (counter words 0 to 3, key words 0 and 1, result). */
    @ParameterizedTest
    @CsvSource({
        "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
        "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
        "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1",
    })
    void knownAnswers(String counter, String key, String expected) {
        int[] c = words(counter);
        int[] k = words(key);
        int[] out = {1, 2, 3, 4, 5, 6};

        Philox4x32.block(join(k[0], k[1]), join(c[0], c[1]), join(c[2], c[3]), out, 1);

        int[] e = words(expected);
        assertThat(out).containsExactly(1, e[0], e[1], e[2], e[3], 6);
    }

    private static long join(int low, int high) {
        return Integer.toUnsignedLong(low) | (long) high << 32;
    }

    private static int[] words(String text) {
        return java.util.Arrays.stream(text.split(" "))
                .mapToInt(w -> Integer.parseUnsignedInt(w, 16))
                .toArray();
    }
}
