// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedSequenceTest {
    /** numpy 2.4.6: {@code SeedSequence(np.array(entropy, 'uint32')).generate_state(4, np.uint64)}. */
    @ParameterizedTest
    @CsvSource({
        "0 0, db2cd7e7b0f478be abf4641a2c71ba49 20c6ed6d9d7b8d41 2c4099de223c39d4",
        "42 0, 9f1e2e6dcd540ab7 d57873dc79fb94b6 7d282a1b64d420b7 336579714692d5ff",
        "42 1, d94db41fc66d54b4 5c935baf7c639b3f aa952e37899e6a47 7b185cd4800206ce",
        "0 42, 890f5683152c6581 7eb37ebe30117acf 08331a2f170ec103 6ff9af540863040d",
        "4294967295 4294967295, aebca151928cad0d 119c30448638dc7a 1bbb155659e642a7 a76b11e3e8c4a8f6",
        "123456789 987654321, 29b5a68122f30185 5fe9b910e73f610c 484a70eeec23f925 800f62b61ad580c6",
        "7, ead0f7017c326e58 0879c4f0f97e037a 623a8c4b6745675f b3443fad60386cac",
        "1 2 3, b45f843fe3d1fc80 42c16e36203807c7 10f7f3670a344445 988d461af4930f8c",
        "1 2 3 4, d4a801ecfd6dff8b 0fc9d61518a0c9dc f49dc8896c8e0218 018db3e1c64750ab",
    })
    void equalsNumPy(String entropy, String state) {
        int[] words = Arrays.stream(entropy.split(" "))
                .mapToInt(Integer::parseUnsignedInt)
                .toArray();
        String actual = Arrays.stream(SeedSequence.state(words))
                .mapToObj(HexFormat.of()::toHexDigits)
                .collect(Collectors.joining(" "));
        assertThat(actual).isEqualTo(state);
    }
}
