// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JaxKeyTest {
    private static final JaxKey KEY = JaxKey.of(42);

    /** {@code jax.random.key_data(jax.random.key(seed))} of jax 0.10.2. */
    @ParameterizedTest
    @CsvSource({
        "0, 00000000",
        "42, 0000002a",
        "-1, ffffffff",
        "-2147483649, 7fffffff",
        "4294967295, ffffffff",
        "4294967301, 00000005",
        "9223372036854775807, ffffffff",
        "-9223372036854775808, 00000000",
    })
    void keyOfASeedHasItsLowHalf(long seed, String expected) {
        assertThat(JaxKey.of(seed)).isEqualTo(new JaxKey(0, Integer.parseUnsignedInt(expected, 16)));
        assertThat(JaxKey.of(seed)).hasToString("JaxKey[00000000 " + expected + "]");
    }

    /** {@code jax.random.key_data(jax.random.split(jax.random.key(42), 3))} of jax 0.10.2. */
    @Test
    void splitIsJaxs() {
        assertThat(KEY.split(3))
                .containsExactly(
                        new JaxKey(0x6d3e048f, 0x1022172d),
                        new JaxKey(0x03d7b32d, 0xadd083f4),
                        new JaxKey(0x92fb20ea, 0x0f38d913));
        assertThat(KEY.split(0)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KEY.split(-1))
                .withMessage("split into -1 keys, expected 0 or more");
    }

    /** {@code jax.random.key_data(jax.random.fold_in(jax.random.key(42), data))} of jax 0.10.2. */
    @ParameterizedTest
    @CsvSource({
        "0, 6d3e048f, 1022172d",
        "1, 03d7b32d, add083f4",
        "2147483648, bda28b29, 84d904a5",
        "4294967295, 8ef6c48d, e7eb97ca",
    })
    void foldInIsJaxs(long data, String k0, String k1) {
        assertThat(KEY.foldIn(data))
                .isEqualTo(new JaxKey(Integer.parseUnsignedInt(k0, 16), Integer.parseUnsignedInt(k1, 16)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE})
    void foldInRefusesWhatJaxRefuses(long data) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KEY.foldIn(data))
                .withMessageContaining("fold_in of " + data)
                .withMessageContaining("0 to 4294967295");
    }
}
