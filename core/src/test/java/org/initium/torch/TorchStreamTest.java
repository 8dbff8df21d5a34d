// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.initium.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchStreamTest {
    private static final long SEED = 77;

    /** Sizes below a block, around one, with and without a last part, and of several groups of words. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 15, 16, 17, 30, 31, 32, 33, 47, 1000, 4099, 70_003, 600_007})
    void anySliceIsThePartOfTheWholeTensor(int total) {
        float[] rand = new float[total];
        float[] normal = new float[total];
        TorchGenerator.of(SEED).uniform(0, 1, rand, 0, total);
        TorchGenerator.of(SEED).normal(0.5, 2, normal, 0, total);
        TorchStream stream = TorchStream.of(SEED);
        int[] ends = IntStream.of(0, 1, 2, 7, 15, 16, 17, 29, 48, 1000, 4096, 8195, 300_001)
                .flatMap(i -> IntStream.of(i, total - i))
                .filter(i -> i >= 0 && i <= total)
                .sorted()
                .distinct()
                .toArray();
        for (int first : ends) {
            for (int end : ends) {
                if (first <= end) {
                    Slice slice = new Slice(total, first, end - first);
                    float[] out = new float[slice.count() + 5];
                    Arrays.fill(out, Float.NaN);
                    stream.rand(slice, out, 3);
                    assertPart(out, rand, slice);
                    stream.normal(0.5, 2, slice, out, 3);
                    assertPart(out, normal, slice);
                }
            }
        }
    }

    private static void assertPart(float[] out, float[] whole, Slice slice) {
        int first = (int) slice.first();
        int end = first + slice.count();
        assertThat(Arrays.equals(out, 3, 3 + slice.count(), whole, first, end))
                .as("%s", slice)
                .isTrue();
        assertThat(out).startsWith(Float.NaN, Float.NaN, Float.NaN).endsWith(Float.NaN, Float.NaN);
    }

    /** Slices from several threads, which share the remembered positions, each reading on in its own part of the tensor. */
    @Test
    void threadsShareAStream() {
        int total = 400_000;
        float[] whole = new float[total];
        TorchGenerator.of(SEED).normal(0, 1, whole, 0, total);
        float[] out = new float[total];
        TorchStream stream = TorchStream.of(SEED);
        IntStream.range(0, 20).parallel().forEach(part -> {
            for (int first = part * 20_000; first < (part + 1) * 20_000; first += 1250) {
                stream.normal(0, 1, new Slice(total, first, 1250), out, first);
            }
        });
        assertThat(Arrays.mismatch(out, whole)).isEqualTo(-1);
    }

    /**
     * Slice after slice passes over no word twice, but for those of the block in which the last slice ended; and before the
     * tensor's last 16 elements, whose words follow all others, for a part of a block besides: fewer than 32 words.
     */
    @Test
    void consecutiveSlicesContinue() {
        int total = 100_107;
        float[] out = new float[700];
        Checkpoints normals = new Checkpoints((int) SEED);
        Checkpoints uniforms = new Checkpoints((int) SEED);
        for (int first = 0; first < total; first += out.length) {
            int count = Math.min(out.length, total - first);
            long word = TensorFill.firstWord(total, first);
            assertThat(word - normals.nearest(word)).isBetween(0L, 31L);
            assertThat(uniforms.nearest(first)).isEqualTo(first);
            new TorchStream(normals).normal(0, 1, new Slice(total, first, count), out, 0);
            new TorchStream(uniforms).rand(new Slice(total, first, count), out, 0);
        }
    }

    @Test
    void badArgumentsAreRefusedBeforeAnythingIsWritten() {
        TorchStream stream = TorchStream.of(SEED);
        float[] out = new float[10];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.normal(0, -1, Slice.all(10), out, 0))
                .withMessage("stddev is -1.0, expected 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.normal(1e39, 1, Slice.all(10), out, 0))
                .withMessageContaining("mean is 1.0E39");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> stream.normal(0, 1, Slice.all(10), out, 1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> stream.rand(Slice.all(11), out, 0));
        assertThat(out).containsOnly(0);
    }
}
