// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreefryTest {
    /** From Random123 1.14's tests/kat_vectors, lines "threefry2x32 20": counter, key, result. */
    @ParameterizedTest
    @CsvSource({
        "00000000, 00000000, 00000000, 00000000, 6b20015999ba4efe",
        "ffffffff, ffffffff, ffffffff, ffffffff, 1cb996fcbb002be7",
        "243f6a88, 85a308d3, 13198a2e, 03707344, c4923a9c483df7a0",
    })
    void knownAnswers(String c0, String c1, String k0, String k1, String expected) {
        long block = Threefry.block(word(k0), word(k1), word(c0), word(c1));
        assertThat(HexFormat.of().toHexDigits(block)).isEqualTo(expected);
    }

    private static int word(String hex) {
        return Integer.parseUnsignedInt(hex, 16);
    }
}
