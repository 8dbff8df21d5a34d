// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {
    /**
     * Made by an independent Python program of Philox4x32-10 (checked against the zero vector of Random123's kat_vectors)
     * and Lemire's algorithm: the order of 16 elements for key 42, stream 0. It takes words from four blocks.
     */
    @Test
    void isFrozen() {
        int[] order = identity(16);
        Permutation.shuffle(Key.of(42), order);
        assertThat(order).containsExactly(0, 13, 14, 2, 15, 10, 8, 6, 12, 5, 3, 11, 4, 1, 7, 9);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 1000})
    void keepsEveryElementOnce(int n) {
        int[] order = identity(n);
        Permutation.shuffle(Key.of(3), order);
        assertThat(order).containsExactlyInAnyOrder(identity(n));
    }

    /**
     * Pearson's chi-square over the 24 orders of 4 elements, 1000 expected of each. 70.55 is the quantile of 23 degrees of
     * freedom that is exceeded with probability 1e-6 (scipy 1.17.1, chi2.isf(1e-6, 23)). Drawing from all 4 positions each
     * time, the usual mistake, gives 27 * 24000 / 256 shares and a statistic in the hundreds.
     */
    @Test
    void allOrdersAreEquallyLikely() {
        int samples = 24_000;
        int[] counts = new int[256];
        for (int i = 0; i < samples; i++) {
            int[] order = identity(4);
            Permutation.shuffle(Key.of(1).child(i), order);
            counts[order[0] << 6 | order[1] << 4 | order[2] << 2 | order[3]]++;
        }
        assertThat(Arrays.stream(counts).filter(c -> c > 0).count()).isEqualTo(24);
        assertThat(chiSquare(Arrays.stream(counts).filter(c -> c > 0).toArray(), samples))
                .isLessThan(70.55);
    }

    /**
     * With a bound of 3 * 2^29 a plain multiply-and-shift would give 3, 3 and 2 of 8 words to the residues modulo 3, a
     * statistic near 30000 / 32 = 940. 27.63 is exceeded with probability 1e-6 (chi2.isf(1e-6, 2)).
     */
    @Test
    void drawsAgainWhatWouldBeBias() {
        int samples = 30_000;
        int[] counts = new int[3];
        BoundedWords words = new BoundedWords(Key.of(5));
        for (int i = 0; i < samples; i++) {
            int drawn = words.nextBelow(3 << 29);
            assertThat(drawn).isBetween(0, (3 << 29) - 1);
            counts[drawn % 3]++;
        }
        assertThat(chiSquare(counts, samples)).isLessThan(27.63);
    }

    private static double chiSquare(int[] counts, int samples) {
        double expected = (double) samples / counts.length;
        return Arrays.stream(counts)
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
    }

    private static int[] identity(int n) {
        return IntStream.range(0, n).toArray();
    }
}
