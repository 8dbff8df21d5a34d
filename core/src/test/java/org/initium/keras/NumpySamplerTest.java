// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initium.Recording.crc32;

import java.util.Arrays;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Orthogonal;
import org.initium.random.Sampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumpySamplerTest {
    /**
     * CRC-32 of the little-endian floats of {@code keras.random.uniform}, {@code .normal} and {@code .truncated_normal} with
     * {@code shape=(n,)} and a SeedGenerator whose state is [seed, counter]: Keras 3.15.1 on numpy 2.4.6. The last two
     * columns are minval and maxval, or mean and stddev.
     */
    @ParameterizedTest
    @CsvSource({
        "u,         42,          0,       0,   0,    1, 00000000",
        "u, 2147483648,          1,      17,  -3, -2.9, d8a0ebb2",
        "u,          1,          0,    2049, -0.05, -0.049999999, 58de8d4e",
        "u,          0, 4294967295,  298185,   0,    1, e5a09cfd",
        "u,          1,          0,      63, -0.05, -0.05, a33f20c2",
        "u,         99,          0, 3000000, -0.5,   2, e440f1d3",
        "n, 4294967295, 4294967295,    1526, 1e20, 1e10, f7639c2b",
        "n,         42,          0,    2049,   0,    1, 950809ba",
        "n, 2147483648,          5,    4760,   1,    0, d03894d0",
        "n, 2147483648,          0,      64,   1, 1e-9, b68dcaa8",
        "n,          0,          5,      15, -0.0, 1e-300, fa8fb665",
        "n,         42,          0, 1000000,   0,    1, ad73446d",
        "n,          7,          0, 1000000,   0,    1, 5d7b7bbd",
        "n,         99,          0, 3000000, -0.5,   2, 88fae82a",
        "t,          0,          0,       0,   0,    0, 00000000",
        "t,         42,          1,       3,   1, 3.2450169482101474, fa81b120",
        "t,          1,          5,      16, -7.25,  1, 1fc64547",
        "t,          0,          1,     594,   0, 0.05, fc46b352",
        "t, 2147483648,          5,    2047,   1,    0, 40c781cf",
        "t, 4294967295, 4294967295,       2, -0.0, 1e-17, 8afeb149",
        "t,         42,          5,  227372, -0.8016545218868207, 1e-9, cc0043a3",
        "t,          0,          1,   66701, 1e20, 0.770676594630304, 2dbf5ce2",
        "t,         99,          0, 3000000, -0.5,   2, a8cbd0ae",
    })
    void equalsKeras(char law, long seed, long counter, int n, double a, double b, String crc) {
        float[] out = new float[n];
        Sampler sampler = NumpySampler.of(seed, counter);
        Slice slice = Slice.all(n);
        switch (law) {
            case 'u' -> sampler.uniform(a, b, slice, out, 0);
            case 'n' -> sampler.normal(a, b, slice, out, 0);
            default -> sampler.truncatedNormal(a, b, slice, out, 0);
        }
        assertThat(crc32(out)).isEqualTo(crc);
    }

    /** Keras's on numpy 2.4.6, beyond the recordings: single elements, wide, of higher rank, other gains. */
    @ParameterizedTest
    @CsvSource({
        "1x1, 5, 1.0, 4119e94a",
        "1x1, 5, -2.0, 57989e8c",
        "1x9, 3, 1.0, 741b6384",
        "9x1, 4294967295, 0.1, 5d654d35",
        "2x2, 77, 1.4142135623730951, aa29e5ab",
        "64x64, 2024, 1.0, 1f87eb23",
        "100x300, 8, 1.0, 5823102e",
        "300x100, 8, 0.5, 55a71438",
        "2x3x4x5, 9, 1.0, 8b8302f0",
        "2x1x3x2x7, 10, 1.0, 756e9fc1",
        "256x256, 12, 1.0, ed4ab8d7",
    })
    void orthogonalEqualsKeras(String shape, long seed, double gain, String crc) {
        int[] dims = Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).toArray();
        assertThat(crc32(new Orthogonal(gain).create(Shape.of(dims), NumpySampler.of(seed))))
                .as("bits of Keras's orthogonal: normals, factorisation or the signs of its diagonal")
                .isEqualTo(crc);
    }

    /**
     * Elements found by search in which a fused multiply-add in place of two roundings shows in the float; numpy 2.4.6's
     * bits, by {@code PCG64.advance} for the far ones.
     */
    @ParameterizedTest
    @CsvSource({
        "u, 42, 91749379, 30366d22",
        "u, 42, 330236104, 3d38c53e",
        "u, 42, 415595209, bb07d6b0",
        "n, 521, 86192, b9fc68de",
        "n, 1771, 74891, b34e6e0e",
    })
    void productAndSumAreRoundedApart(char law, long seed, int element, String bits) {
        float[] out = new float[1];
        Slice slice = new Slice(element + 1L, element, 1);
        if (law == 'u') {
            NumpySampler.of(seed).uniform(-0.1, 0.2, slice, out, 0);
        } else {
            NumpySampler.of(seed).normal(0.3, 0.7, slice, out, 0);
        }
        assertThat(HexFormat.of().toHexDigits(Float.floatToRawIntBits(out[0]))).isEqualTo(bits);
    }

    /** An integer seed is call 0, and Keras's counter has 32 bits. */
    @Test
    void counterBeginsAtZeroAndWraps() {
        float[] expected = new float[8];
        float[] actual = new float[8];
        NumpySampler.of(42).normal(0, 1, Slice.all(8), expected, 0);
        NumpySampler.of(42, 1L << 32).normal(0, 1, Slice.all(8), actual, 0);
        assertThat(actual).isEqualTo(expected);
        NumpySampler.of(42, 1).normal(0, 1, Slice.all(8), actual, 0);
        assertThat(actual).isNotEqualTo(expected);
    }

    @Test
    void seedsOutsideTheRangeAreRefused() {
        assertRefused(
                () -> NumpySampler.of(-1), "seed is -1, expected a number from 0 to 4294967295; Keras on numpy raises");
        assertRefused(() -> NumpySampler.of(1L << 32), "seed is 4294967296, expected a number from 0 to 4294967295");
        assertRefused(() -> NumpySampler.of(Long.MIN_VALUE), "seed is -9223372036854775808");
        assertRefused(() -> NumpySampler.of(0, -1), "counter is -1, expected 0 or more");
    }

    @Test
    void badParametersAreRefusedBeforeAnythingIsWritten() {
        float[] out = new float[10];
        Slice slice = Slice.all(10);
        Sampler sampler = NumpySampler.of(42);
        assertRefused(() -> sampler.uniform(1, -1, slice, out, 0), "minval 1.0 is above maxval -1.0");
        assertRefused(() -> sampler.uniform(Double.NaN, 1, slice, out, 0), "minval is NaN");
        assertRefused(() -> sampler.normal(Double.POSITIVE_INFINITY, 1, slice, out, 0), "mean is Infinity");
        assertRefused(() -> sampler.normal(0, -1, slice, out, 0), "stddev is -1.0, expected 0 or more");
        assertRefused(() -> sampler.truncatedNormal(0, Double.NaN, slice, out, 0), "stddev is NaN");
        assertRefused(() -> sampler.truncatedNormal(0, -1, slice, out, 0), "stddev is -1.0, expected 0 or more");
        assertThat(out).containsOnly(0);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
