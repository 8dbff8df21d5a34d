// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmTest {
    @Test
    void anExampleByHand() {
        // sorted 0.01, 0.02, 0.03, 0.04 times 4, 3, 2, 1 is 0.04, 0.06, 0.06, 0.04; the running maximum is 0.04, 0.06,
        // 0.06, 0.06
        assertThat(Holm.adjust(new double[] {0.04, 0.01, 0.03, 0.02}))
                .containsExactly(new double[] {0.06, 0.04, 0.06, 0.06}, Offset.offset(1e-15));
    }

    @Test
    void valuesStopAtOneAndASingleOneIsUntouched() {
        assertThat(Holm.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
        assertThat(Holm.adjust(new double[] {0.3})).containsExactly(0.3);
        assertThat(Holm.adjust(new double[] {})).isEmpty();
    }

    @Test
    void aTestThatWasNotMadeIsNoMemberOfTheFamily() {
        assertThat(Holm.adjust(new double[] {0.02, Double.NaN, 0.01})).containsExactly(0.02, Double.NaN, 0.02);
    }
}
