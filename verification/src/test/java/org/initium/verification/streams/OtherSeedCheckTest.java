// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherSeedCheckTest {
    @Test
    void drawsThatAreTheSameFail() {
        float[] one = {0.25f, -1};
        assertThat(OtherSeedCheck.check(one, new float[] {0.25f, 1}).passed()).isTrue();
        assertThat(OtherSeedCheck.check(one, one.clone()).passed()).isFalse();
        // NaN is another check's affair, but two draws of it are the same.
        float[] nan = {Float.NaN};
        assertThat(OtherSeedCheck.check(nan, nan.clone()).passed()).isFalse();
    }

    @Test
    void nothingVouchesForNothing() {
        assertThat(OtherSeedCheck.check(new float[0], new float[0]).passed()).isFalse();
        assertThat(OtherSeedCheck.check(new float[1], new float[2]).passed()).isFalse();
    }
}
