// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initium.Allocation;
import org.initium.Recording;
import org.initium.Slice;
import org.initium.random.Sampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class TorchSamplerTest {
    private enum Law {
        UNIFORM {
            @Override
            void draw(Sampler sampler, double a, double b, Slice slice, float[] out, int offset) {
                sampler.uniform(a, b, slice, out, offset);
            }
        },
        NORMAL {
            @Override
            void draw(Sampler sampler, double a, double b, Slice slice, float[] out, int offset) {
                sampler.normal(a, b, slice, out, offset);
            }
        },
        TRUNCATED_NORMAL {
            @Override
            void draw(Sampler sampler, double a, double b, Slice slice, float[] out, int offset) {
                sampler.truncatedNormal(a, b, slice, out, offset);
            }
        };

        abstract void draw(Sampler sampler, double a, double b, Slice slice, float[] out, int offset);
    }

    /** Keras 3.15.1 on PyTorch 2.13.0: sizes around the blocks, seeds beyond 32 bits and below 0, no spread at all. */
    @Test
    void drawsAreThoseOfKeras() {
        JsonNode draws =
                Recording.read(TorchSamplerTest.class, "torch_draws.json").get("draws");
        assertThat(draws).hasSize(520);
        for (JsonNode recorded : draws) {
            JsonNode args = recorded.get("args");
            float[] out = new float[recorded.get("n").asInt()];
            Law.valueOf(recorded.get("law").asString().toUpperCase(java.util.Locale.ROOT))
                    .draw(
                            TorchSampler.of(recorded.get("seed").asLong()),
                            args.get(0).asDouble(),
                            args.get(1).asDouble(),
                            Slice.all(out.length),
                            out,
                            0);
            assertThat(Recording.of(out)).as("%s", recorded).isEqualTo(Recording.of(recorded));
        }
    }

    /** Keras 3.15.1 on PyTorch: element 469 of 1,000 with seed 606, of whose four candidates none lies inside. */
    @Test
    void firstCandidateStandsWhereAllLieOutside() {
        float[] out = new float[1000];
        TorchSampler.of(606).truncatedNormal(0, 1, Slice.all(1000), out, 0);
        assertThat(out[469]).isEqualTo(2.064336061477661f);
    }

    /** Of tensors below and around a block of 16 words, of several groups, and with a last part that is drawn anew. */
    @ParameterizedTest
    @EnumSource(Law.class)
    void anySliceIsThePartOfTheWholeTensor(Law law) {
        for (int total : new int[] {1, 3, 4, 5, 17, 40, 1001, 140_001}) {
            float[] whole = new float[total];
            law.draw(TorchSampler.of(3), -0.5, 2, Slice.all(total), whole, 0);
            Sampler sampler = TorchSampler.of(3);
            int[] ends = IntStream.of(0, 1, 3, 4, 16, 19, 1000, 5003, 70_000)
                    .flatMap(i -> IntStream.of(i, total - i))
                    .filter(i -> i >= 0 && i <= total)
                    .toArray();
            for (int first : ends) {
                for (int end : ends) {
                    if (first <= end) {
                        Slice slice = new Slice(total, first, end - first);
                        float[] out = new float[slice.count() + 3];
                        law.draw(sampler, -0.5, 2, slice, out, 2);
                        assertThat(Arrays.equals(out, 2, 2 + slice.count(), whole, first, end))
                                .as("%s", slice)
                                .isTrue();
                        assertThat(out[0] == 0 && out[1] == 0 && out[out.length - 1] == 0)
                                .isTrue();
                    }
                }
            }
        }
    }

    /** The seed of a call is seed + counter mod 2^32. */
    @Test
    void seedAndCounterAreAdded() {
        assertThat(first(TorchSampler.of(7, 1))).isEqualTo(first(TorchSampler.of(8)));
        assertThat(first(TorchSampler.of(-1, 0))).isEqualTo(first(TorchSampler.of(0xFFFFFFFFL)));
        assertThat(first(TorchSampler.of(0xFFFFFFFFL, 3))).isEqualTo(first(TorchSampler.of(2)));
        assertThat(first(TorchSampler.of(7))).isNotEqualTo(first(TorchSampler.of(8)));
    }

    private static float[] first(Sampler sampler) {
        float[] out = new float[20];
        sampler.normal(0, 1, Slice.all(20), out, 0);
        return out;
    }

    @Test
    void badArgumentsAreRefusedBeforeAnythingIsWritten() {
        Sampler sampler = TorchSampler.of(1);
        float[] out = new float[10];
        Slice slice = Slice.all(10);
        assertRefused(() -> sampler.uniform(1, -1, slice, out, 0), "minval 1.0 is above maxval -1.0");
        assertRefused(() -> sampler.uniform(0, 1e39, slice, out, 0), "maxval is 1.0E39");
        assertRefused(() -> sampler.normal(0, -1, slice, out, 0), "stddev is -1.0, expected 0 or more");
        assertRefused(() -> sampler.truncatedNormal(0, Double.NaN, slice, out, 0), "stddev is NaN");
        assertRefused(
                () -> sampler.truncatedNormal(0, 1, new Slice(1L << 61, 0, 10), out, 0),
                "a tensor of 2305843009213693952 elements");
        assertRefused(() -> TorchSampler.of(1, -1), "counter is -1, expected 0 or more");
        for (Law law : Law.values()) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> law.draw(sampler, 0, 1, slice, out, 1));
        }
        assertThat(out).containsOnly(0);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    /** A Slice of 32 bytes for each 32,768 elements that are drawn to be scaled or chosen from, and nothing else. */
    @Tag(Allocation.TAG)
    @ParameterizedTest
    @EnumSource(Law.class)
    void allocatesNextToNothing(Law law) {
        Sampler sampler = TorchSampler.of(1);
        float[] out = new float[30_007];
        Slice slice = Slice.all(out.length);
        assertThat(Allocation.perCall(() -> law.draw(sampler, 0, 1, slice, out, 0), 32))
                .isLessThanOrEqualTo(32);
    }
}
