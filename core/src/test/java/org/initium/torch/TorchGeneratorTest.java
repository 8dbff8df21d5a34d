// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initium.Allocation;
import org.initium.Recording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TorchGeneratorTest {
    /** PyTorch 2.13.0: 20 seeds with 12 calls each, of sizes that leave a second normal waiting across other calls. */
    @Test
    void callsInARowDrawWhatPyTorchDraws() {
        JsonNode programs =
                Recording.read(TorchGeneratorTest.class, "generator.json").get("programs");
        assertThat(programs).hasSize(20);
        for (JsonNode program : programs) {
            long seed = program.get("seed").asLong();
            TorchGenerator generator = TorchGenerator.of(seed);
            JsonNode calls = program.get("calls");
            for (int i = 0; i < calls.size(); i++) {
                JsonNode call = calls.get(i);
                assertThat(Recording.of(draw(generator, call)))
                        .as("seed %d, call %d: %s", seed, i, call)
                        .isEqualTo(Recording.of(call));
            }
        }
    }

    private static float[] draw(TorchGenerator generator, JsonNode call) {
        int n = call.get("n").asInt();
        JsonNode args = call.get("args");
        float[] padded = new float[n + 3];
        switch (call.get("call").asString()) {
            case "normal" ->
                generator.normal(args.get(0).asDouble(), args.get(1).asDouble(), padded, 1, n);
            case "uniform" ->
                generator.uniform(args.get(0).asDouble(), args.get(1).asDouble(), padded, 1, n);
            default -> {
                int[] order = generator.randperm(n);
                IntStream.range(0, n).forEach(i -> padded[1 + i] = order[i]);
            }
        }
        assertThat(padded[0]).isZero();
        assertThat(padded[n + 1]).isZero();
        return java.util.Arrays.copyOfRange(padded, 1, 1 + n);
    }

    /** PyTorch 2.13.0: seed 5, normals of 3 and 2 elements with 16 more and a uniform between them. */
    @Test
    void secondNormalWaitsForTheNextSmallTensor() {
        TorchGenerator generator = TorchGenerator.of(5);
        float[] out = new float[16];
        generator.normal(0, 1, out, 0, 3);
        assertThat(out).startsWith(-0.4867807626724243f, -0.6038215756416321f, -0.5580962300300598f);
        generator.normal(0, 1, out, 0, 16);
        generator.uniform(0, 1, out, 0, 1);
        generator.normal(0, 1, out, 0, 2);
        assertThat(out).startsWith(0.6675242781639099f, -0.18206433951854706f);
        // Again one waits; seeding anew forgets it.
        generator.manualSeed(5);
        generator.normal(0, 1, out, 0, 1);
        assertThat(out).startsWith(-0.4867807626724243f);
    }

    /** PyTorch 2.13.0: {@code torch.manual_seed(3); torch.randperm(10)}, which takes nine words. */
    @Test
    void randpermTakesOneWordLessThanElements() {
        TorchGenerator generator = TorchGenerator.of(3);
        assertThat(generator.randperm(10)).containsExactly(6, 0, 3, 7, 8, 5, 1, 9, 2, 4);
        float[] next = new float[1];
        generator.uniform(0, 1, next, 0, 1);
        assertThat(next).containsExactly(0.887856662273407f);
    }

    /** As Python's {@code torch.initial_seed()} shows them: -1 and 2^64 - 1 are one seed, of whose bits the lower 32 count. */
    @Test
    void seedsAreTakenModulo32Bits() {
        TorchGenerator generator = TorchGenerator.of(-1);
        assertThat(Long.toUnsignedString(generator.initialSeed())).isEqualTo("18446744073709551615");
        int word = generator.nextInt();
        generator.manualSeed(0xFFFFFFFFL);
        assertThat(generator.nextInt()).isEqualTo(word);
        assertThat(generator.initialSeed()).isEqualTo(0xFFFFFFFFL);
        // torch.manual_seed(42): the first word, 0x5fe1dc66.
        assertThat(TorchGenerator.of(42).nextInt()).isEqualTo(0x5fe1dc66);
    }

    @Test
    void badArgumentsAreRefusedBeforeAnythingIsDrawn() {
        TorchGenerator generator = TorchGenerator.of(42);
        float[] out = new float[20];
        assertRefused(() -> generator.uniform(1, -1, out, 0, 20), "from 1.0 is above to -1.0");
        assertRefused(() -> generator.uniform(Double.NaN, 1, out, 0, 20), "from is NaN");
        assertRefused(() -> generator.uniform(0, 1e39, out, 0, 20), "to is 1.0E39");
        assertRefused(() -> generator.uniform(-3e38, 3e38, out, 0, 20), "overflows a float");
        assertRefused(() -> generator.normal(0, -1, out, 0, 20), "stddev is -1.0, expected 0 or more");
        assertRefused(() -> generator.normal(0, Double.NaN, out, 0, 20), "stddev is NaN");
        assertRefused(() -> generator.normal(Double.POSITIVE_INFINITY, 1, out, 0, 5), "mean is Infinity");
        assertRefused(() -> generator.randperm(-1), "n is -1, expected 0 to 214748363");
        assertRefused(() -> generator.randperm(214748364), "n is 214748364");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> generator.normal(0, 1, out, 1, 20));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> generator.uniform(0, 1, out, 0, -1));
        assertThat(out).containsOnly(0);
        assertThat(generator.nextInt()).isEqualTo(0x5fe1dc66);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    @Tag(Allocation.TAG)
    @Test
    void uniformAllocatesNothing() {
        TorchGenerator generator = TorchGenerator.of(1);
        float[] out = new float[10_007];
        assertThat(Allocation.perCall(() -> generator.uniform(-1, 1, out, 0, out.length)))
                .isZero();
    }
}
