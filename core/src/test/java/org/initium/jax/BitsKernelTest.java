// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitsKernelTest {
    /** Counters whose sums with key words wrap, and the last ones before the upper half changes. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0, 42, 0",
        "-1, -1, 5",
        "2147483647, -2147483648, 2147483640",
        "1, 2, 4294965248",
        "-5, 77, 36893488147418",
        "13, -2, 9223372036854773760",
    })
    void vectorsEqualScalarsToTheBit(int k0, int k1, long first) {
        int n = 2048;
        int[][] words = new int[2][n + 1];
        words[0][n] = 7;
        words[1][n] = 7;
        new BitsKernelScalar().fill(new JaxKey(k0, k1), first, n, words[0], new int[n]);
        new BitsKernelVector().fill(new JaxKey(k0, k1), first, n, words[1], new int[n]);
        assertThat(words[1]).isEqualTo(words[0]);
        assertThat(words[1][n]).isEqualTo(7);
        assertThat(Arrays.stream(words[1]).distinct().count()).isGreaterThan(2000);
    }
}
