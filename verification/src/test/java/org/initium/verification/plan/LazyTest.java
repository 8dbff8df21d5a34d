// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LazyTest {
    @Test
    void theValueIsComputedOnceIfAtAll() {
        int[] calls = new int[1];
        Lazy<Integer> lazy = new Lazy<>(() -> {
            if (++calls[0] == 1) {
                throw new IllegalStateException("the first time");
            }
            return calls[0];
        });
        assertThat(calls[0]).isZero();
        assertThatThrownBy(lazy::get).hasMessage("the first time");
        assertThat(lazy.get()).isEqualTo(2);
        assertThat(lazy.get()).isEqualTo(2);
    }
}
