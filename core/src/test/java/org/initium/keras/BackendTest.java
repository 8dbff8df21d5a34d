// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initium.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackendTest {
    @ParameterizedTest
    @EnumSource(Backend.class)
    void goesByKerassName(Backend backend) {
        assertThat(Backend.of(backend.toString())).isEqualTo(backend);
        assertThat(backend.version()).matches("[a-z-]+ \\d+\\.\\d+\\.\\d+");
    }

    @Test
    void listsTheNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backend.of("Jax"))
                .withMessage("backend 'Jax' is unknown, expected one of jax, torch, tensorflow, numpy");
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void aSeedIsItsFirstCall(Backend backend) {
        float[] seed = new float[20];
        float[] call = new float[20];
        backend.sampler(7).normal(0, 1, Slice.all(20), seed, 0);
        backend.sampler(7, 0).normal(0, 1, Slice.all(20), call, 0);
        assertThat(seed).isEqualTo(call);
        backend.sampler(7, 1).normal(0, 1, Slice.all(20), call, 0);
        assertThat(seed).isNotEqualTo(call);
    }

    /** What Keras 3.15.1 did with RandomUniform(seed=42)((4,), dtype=...) on each backend. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JAX | float64 | Keras on jax warns and gives float32, for jax_enable_x64 is off",
                "JAX | bfloat16 | Keras on jax draws other numbers there",
                "JAX | float8_e4m3fn | Keras on jax draws other numbers there",
                "JAX | bool | Keras on jax raises ValueError: it wants a float dtype",
                "JAX | foo | Keras on jax raises TypeError: there is no such dtype",
                "TORCH | float64 | Keras on torch draws other numbers there, from words of 64 bits",
                "TORCH | int32 | Keras on torch raises NotImplementedError for most laws",
                "TORCH | foo | Keras on torch raises ValueError: there is no such dtype",
                "TENSORFLOW | float16 | Keras on tensorflow draws other numbers there",
                "TENSORFLOW | complex64 | Keras on tensorflow raises ValueError, TypeError or InvalidArgumentError",
                "TENSORFLOW | foo | Keras on tensorflow raises TypeError: there is no such dtype",
                "NUMPY | float64 | Keras on numpy leaves the same numbers unrounded there",
                "NUMPY | float16 | Keras on numpy rounds the same numbers to it",
                "NUMPY | int32 | Keras on numpy casts the numbers to it, whatever is left of them",
            })
    void saysWhatKerasMakesOfAnotherDtype(Backend backend, String dtype, String fate) {
        backend.requireFloat32("float32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.requireFloat32(dtype))
                .withMessage("dtype '" + dtype + "' is not covered, expected float32; " + fate);
    }
}
