// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void areTakenAboutTheGivenMeanAndNotTheSamples() {
        // (1, 2, 6) about 2: -1, 0, 4 and 1, 0, 16; all exact in double precision but the division by 3.
        assertThat(Moments.about(2, new float[] {1, 2, 6})).isEqualTo(new Moments(3, 1, 17 / 3.0));
    }

    @Test
    void aNanIsNotLost() {
        Moments moments = Moments.about(0, new float[] {1, Float.NaN, 2});
        assertThat(moments.deviation()).isNaN();
        assertThat(moments.variance()).isNaN();
    }

    @Test
    void anEmptySampleIsRefused() {
        assertThatThrownBy(() -> Moments.about(0, new float[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty");
    }
}
