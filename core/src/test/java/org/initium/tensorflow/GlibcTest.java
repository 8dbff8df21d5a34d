// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initium.Recording.crc32;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * glibc's functions on every argument that a word can make. The CRC-32s are of the little-endian floats that glibc 2.36
 * (x86-64, Debian 2.36-9+deb12u14) returned for {@code logf(max(m 2^-23, 1e-7f))} and {@code sincosf((float) (2 pi m 2^-23))},
 * m from 0 to 2^23 - 1, called through Python's ctypes.
 */
class GlibcTest {
    private static final int N = 1 << 23;

    @Test
    void everyLogarithm() {
        float[] logarithms = new float[N];
        for (int m = 0; m < N; m++) {
            logarithms[m] = Logf.logf(Math.max(m * 0x1p-23, Logf.SMALLEST));
        }
        assertThat(crc32(logarithms)).isEqualTo("72abae31");
    }

    @Test
    void everySineAndCosine() {
        float[] sines = new float[N];
        float[] cosines = new float[N];
        for (int m = 0; m < N; m++) {
            Sincosf.sincosf(m, sines, cosines, m);
        }
        assertThat(crc32(sines)).isEqualTo("7ee05f56");
        assertThat(crc32(cosines)).isEqualTo("b1720d2c");
    }

    /** Every radius and every angle, each in each lane's place in turn, with bits above the 23 that count. */
    @Test
    void vectorsEqualScalarsForEveryWord() {
        int[] words = new int[Scratch.SIZE];
        float[][] out = new float[2][Scratch.SIZE + 1];
        Scratch scratch = new Scratch();
        LawKernel[] kernels = {new LawKernelScalar(), new LawKernelVector()};
        for (int first = 0; first < N; first += Scratch.SIZE / 2) {
            for (int i = 0; i < Scratch.SIZE / 2; i++) {
                int m = first + i;
                words[2 * i] = m | m * 0x9E3779B9 & ~LawKernel.MANTISSA;
                // An odd multiplier permutes the numbers below 2^23.
                words[2 * i + 1] = m * 0x2545F49 & LawKernel.MANTISSA | m * 0x85EBCA6B & ~LawKernel.MANTISSA;
            }
            for (int k = 0; k < 2; k++) {
                kernels[k].standardNormal(words, Scratch.SIZE, scratch, out[k], 1);
            }
            assertThat(Arrays.mismatch(out[0], out[1]))
                    .as("words from %d", first)
                    .isEqualTo(-1);
            for (int k = 0; k < 2; k++) {
                kernels[k].unit(words, Scratch.SIZE, out[k], 1);
                kernels[k].affine(0.1f, -0.3f, Scratch.SIZE, out[k], 1);
            }
            assertThat(Arrays.mismatch(out[0], out[1]))
                    .as("words from %d", first)
                    .isEqualTo(-1);
        }
        assertThat(out[1][0]).isZero();
    }
}
