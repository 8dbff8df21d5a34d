// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LazyTest {
    @Test
    void theValueIsComputedOnceIfAtAll() {
        int[] calls = new int[1];
        Lazy<Integer> lazy = new Lazy<>(() -> ++calls[0]);
        assertThat(calls[0]).isZero();
        assertThat(lazy.get()).isEqualTo(1);
        assertThat(lazy.get()).isEqualTo(1);
    }

    /** A producer that throws is not asked again for each check. */
    @Test
    void whatIsThrownIsThrownAgain() {
        int[] calls = new int[1];
        Lazy<Integer> lazy = new Lazy<>(() -> {
            throw new IllegalStateException("call " + ++calls[0]);
        });
        assertThatThrownBy(lazy::get).hasMessage("call 1");
        assertThatThrownBy(lazy::get).hasMessage("call 1");
    }
}
