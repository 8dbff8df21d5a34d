// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrBenchmarkTest {
    /** Each call factors the same matrix, not what the call before made of it: a factor's factor would be itself. */
    @Test
    void repeatsItsWork() {
        QrBenchmark benchmark = new QrBenchmark();
        benchmark.shape = "9x4";
        benchmark.allocate();
        float[] first = benchmark.initium().clone();
        assertThat(benchmark.initium()).isEqualTo(first).hasSize(36);
        double length = 0;
        for (int i = 0; i < 9; i++) {
            length += (double) first[4 * i] * first[4 * i];
        }
        // The first column's length: nine squares and their sum, each rounded by at most 2^-24 of 1.
        assertThat(Math.abs(length - 1)).isLessThan(32 * 0x1p-24);
    }
}
