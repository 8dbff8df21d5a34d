// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordKernelTest {
    /** Chunks 0, around the carry into the second counter word (block 2^32 = chunk 2^28), and the last that draws reach. */
    @ParameterizedTest
    @CsvSource({"0, 1", "5, 3", "268435455, 2", "144115188075855870, 2"})
    void bothKernelsLayOutPhiloxBlocks(long firstChunk, int chunks) {
        for (Key key : new Key[] {Key.of(0), Key.of(-1), Key.of(42).child(3)}) {
            int[] expected = new int[chunks * WordKernel.CHUNK + 1];
            int[] block = new int[4];
            for (int i = 0; i < chunks * WordKernel.BLOCKS; i++) {
                Philox4x32.block(key.key(), firstChunk * WordKernel.BLOCKS + i, key.stream(), block, 0);
                int at = i / WordKernel.BLOCKS * WordKernel.CHUNK + i % WordKernel.BLOCKS * 2;
                expected[at] = block[1];
                expected[at + 1] = block[0];
                expected[at + 32] = block[3];
                expected[at + 33] = block[2];
            }
            for (WordKernel kernel : new WordKernel[] {new WordKernelScalar(), new WordKernelVector()}) {
                int[] words = new int[expected.length];
                kernel.fill(key, firstChunk, chunks, words);
                assertThat(words)
                        .as("%s, %s", kernel.getClass().getSimpleName(), key)
                        .isEqualTo(expected);
            }
        }
    }

    /** The vector kernel once C2 has compiled it, against the scalar one. */
    @ParameterizedTest
    @CsvSource({"0", "1000000007"})
    void compiledKernelsAgree(long firstChunk) {
        int[] scalar = new int[64 * WordKernel.CHUNK];
        int[] vector = new int[scalar.length];
        for (int repeat = 0; repeat < 400; repeat++) {
            Key key = Key.of(repeat);
            new WordKernelScalar().fill(key, firstChunk + repeat, 64, scalar);
            new WordKernelVector().fill(key, firstChunk + repeat, 64, vector);
            assertThat(Arrays.mismatch(scalar, vector)).isEqualTo(-1);
        }
    }
}
