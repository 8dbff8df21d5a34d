// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffortTest {
    /** One tensor may have more elements than a sample needs, and is still drawn ten times as often when a check is made again. */
    @ParameterizedTest
    @CsvSource({"200, 500", "1, 100000", "1, 300000", "1, 1000000", "1, 5000000"})
    void theSecondStageDrawsTenTimesTheTensors(int once, int size) {
        Effort first = Effort.DEFAULT;
        assertThat(first.repeatable(once, size)).isTrue();
        assertThat(first.tensors(once, size)).isEqualTo(once);
        assertThat(first.repeated().tensors(once, size)).isEqualTo(10 * once);
    }

    @Test
    void whatTakesTooMuchMemoryIsNotRepeated() {
        assertThat(Effort.DEFAULT.repeatable(1, 5_000_001)).isFalse();
        Effort full = new Effort(true, false);
        assertThat(full.repeatable(1, 500_000)).isTrue();
        assertThat(full.repeatable(1, 500_001)).isFalse();
    }

    @Test
    void aFullRunDrawsAsMuchAsTheMemoryTakes() {
        Effort full = new Effort(true, false);
        assertThat(full.tensors(1, 5_000_000)).isEqualTo(10);
        assertThat(full.tensors(1, 20_000_000)).isEqualTo(2);
        assertThat(full.tensors(1, 2_000_000_000)).isEqualTo(1);
    }
}
