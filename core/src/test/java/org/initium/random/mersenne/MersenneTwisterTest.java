// SPDX-License-Identifier: Apache-2.0
package org.initium.random.mersenne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MersenneTwisterTest {
    private static final int N = TwistKernel.N;

    /** The first line and the last word of mt19937ar.out, which the authors publish with mt19937ar.c. */
    @Test
    void arraySeedGivesTheAuthorsOutput() {
        MersenneTwister twister = MersenneTwister.ofArray(0x123, 0x234, 0x345, 0x456);
        int[] words = new int[1000];
        twister.fill(words, 0, 1000);
        assertThat(IntStream.of(words).limit(5).mapToObj(Integer::toUnsignedString))
                .containsExactly("1067595299", "955945823", "477289528", "4107218783", "4228976476");
        assertThat(Integer.toUnsignedString(words[999])).isEqualTo("3460025646");
    }

    /** The C++ standard, [rand.predef]: word 10,000 of the default seed. */
    @Test
    void defaultSeedGivesTheStandardsOutput() {
        MersenneTwister twister = MersenneTwister.ofSeed(5489);
        twister.skip(9999);
        assertThat(Integer.toUnsignedString(twister.nextInt())).isEqualTo("4123659995");
    }

    /** CPython 3.11, {@code random.seed(2**19968 + 1); random.getrandbits(32)}: a key of 625 words, longer than the state. */
    @Test
    void keyLongerThanTheState() {
        int[] key = new int[N + 1];
        key[0] = 1;
        key[N] = 1;
        assertThat(Integer.toUnsignedString(MersenneTwister.ofArray(key).nextInt()))
                .isEqualTo("893496774");
    }

    /** Sizes around a block, also across its end, and one at a time. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 623, 624, 625, 1247, 1248, 5000})
    void fillAndSkipContinueTheSequence(int part) {
        int[] expected = new int[3 * part + 700];
        MersenneTwister single = MersenneTwister.ofSeed(1);
        for (int i = 0; i < expected.length; i++) {
            expected[i] = single.nextInt();
        }
        MersenneTwister twister = MersenneTwister.ofSeed(1);
        int[] words = new int[part + 4];
        Arrays.fill(words, -1);
        twister.fill(words, 2, part);
        assertThat(words).startsWith(-1, -1).endsWith(-1, -1);
        assertThat(Arrays.copyOfRange(words, 2, 2 + part)).isEqualTo(Arrays.copyOf(expected, part));
        twister.skip(part);
        MersenneTwister other = MersenneTwister.ofSeed(2);
        other.nextInt();
        other.set(twister);
        int[] rest = new int[part + 700];
        other.fill(rest, 0, rest.length);
        assertThat(rest).isEqualTo(Arrays.copyOfRange(expected, 2 * part, expected.length));
        assertThat(twister.nextInt()).isEqualTo(rest[0]);
    }

    /** Often enough that C2 compiles both. */
    @Test
    void bothKernelsAgree() {
        int[] scalar = new int[2 * N];
        for (int i = 0; i < N; i++) {
            scalar[i] = i * 0x9E3779B9;
        }
        int[] vector = scalar.clone();
        int[] words = new int[N];
        int[] others = new int[N];
        TwistKernel[] kernels = {new TwistKernelScalar(), new TwistKernelVector()};
        for (int repeat = 0; repeat < 3000; repeat++) {
            kernels[0].twist(scalar);
            kernels[1].twist(vector);
            assertThat(Arrays.mismatch(scalar, vector)).isEqualTo(-1);
            int skip = repeat % 40;
            kernels[0].temper(scalar, N + skip, N - skip, words, skip);
            kernels[1].temper(vector, N + skip, N - skip, others, skip);
            assertThat(Arrays.mismatch(words, others)).isEqualTo(-1);
            System.arraycopy(scalar, N, scalar, 0, N);
            System.arraycopy(vector, N, vector, 0, N);
        }
    }

    @Test
    void badArgumentsAreRefused() {
        MersenneTwister twister = MersenneTwister.ofSeed(1);
        assertThatIllegalArgumentException()
                .isThrownBy(MersenneTwister::ofArray)
                .withMessage("key is empty, expected at least one word");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twister.skip(-1))
                .withMessage("count is -1, expected 0 or more");
        for (int[] range : new int[][] {{0, 4}, {3, 1}, {-1, 1}, {0, -1}}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> twister.fill(new int[3], range[0], range[1]));
        }
        assertThat(twister.nextInt()).isEqualTo(MersenneTwister.ofSeed(1).nextInt());
    }
}
