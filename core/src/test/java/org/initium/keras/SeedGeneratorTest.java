// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initium.Slice;
import org.initium.random.Sampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedGeneratorTest {
    /** Keras 3.15.1 on PyTorch: {@code SeedGenerator(s)}, then two times {@code keras.random.normal((2,), seed=generator)}. */
    @Test
    void callsAreThoseOfKeras() {
        SeedGenerator generator = SeedGenerator.of(Backend.TORCH, -1);
        assertThat(two(generator.next())).containsExactly(1.2197630405426025f, -0.3929794728755951f);
        assertThat(two(generator.next())).containsExactly(1.5409960746765137f, -0.293428897857666f);
        generator = SeedGenerator.of(Backend.TORCH, Integer.MAX_VALUE);
        assertThat(two(generator.next())).containsExactly(-0.9800073504447937f, -1.6578478813171387f);
        assertThat(two(generator.next())).containsExactly(-0.3617691695690155f, 1.0699520111083984f);
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void callsCount(Backend backend) {
        SeedGenerator generator = SeedGenerator.of(backend, 42);
        for (int call = 0; call < 3; call++) {
            assertThat(two(generator.next())).isEqualTo(two(backend.sampler(42, call)));
        }
    }

    private static float[] two(Sampler sampler) {
        float[] out = new float[2];
        sampler.normal(0, 1, Slice.all(2), out, 0);
        return out;
    }

    /** An initializer takes these seeds on PyTorch; a SeedGenerator holds an int32. */
    @ParameterizedTest
    @ValueSource(longs = {1L << 31, -(1L << 31) - 1, 1L << 40})
    void torchKeepsSeedsInInt32(long seed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeedGenerator.of(Backend.TORCH, seed))
                .withMessageStartingWith("seed is " + seed + ", expected -2147483648 to 2147483647")
                .withMessageContaining("RuntimeError");
    }
}
