// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.initium.simd.Simd;
import org.junit.jupiter.api.Test;

class JvmTest {
    private static final String RIGHT = "a.Benchmark." + (Simd.SCALAR ? "initiumScalar" : "initium");
    private static final String WRONG = "a.Benchmark." + (Simd.SCALAR ? "initium" : "initiumScalar");

    @Test
    void acceptsTheKernelsOfTheName() {
        assertThatCode(() -> Jvm.requireKernelsOf(RIGHT)).doesNotThrowAnyException();
    }

    @Test
    void refusesOtherKernels() {
        assertThatThrownBy(() -> Jvm.requireKernelsOf(WRONG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(WRONG + " measures the kernels");
    }
}
