// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initium.nn.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleOptionTest {
    @Test
    void readsEachKind() {
        assertThat(ScheduleOption.parse("constant", 0.5)).isEqualTo(Schedule.constant(0.5));
        assertThat(ScheduleOption.parse("exponential:decay_steps=1000,decay_rate=0.96", 0.5))
                .isEqualTo(Schedule.exponential(0.5, 1000, 0.96, false));
        assertThat(ScheduleOption.parse("exponential:decay_rate=0.9,staircase=true,decay_steps=3", 0.5))
                .isEqualTo(Schedule.exponential(0.5, 3, 0.9, true));
        assertThat(ScheduleOption.parse("cosine:decay_steps=10", 0.5)).isEqualTo(Schedule.cosine(0.5, 10, 0));
        assertThat(ScheduleOption.parse("cosine:decay_steps=10,alpha=0.1", 0.5))
                .isEqualTo(Schedule.cosine(0.5, 10, 0.1));
        assertThat(ScheduleOption.parse("cosine:decay_steps=10,warmup_steps=5,warmup_target=1", 0.5))
                .isEqualTo(Schedule.cosine(0.5, 10, 0, 1, 5));
        assertThat(ScheduleOption.parse("step:boundaries=100/200,values=0.1/0.01/0.001", 0.5))
                .isEqualTo(Schedule.step(new long[] {100, 200}, new double[] {0.1, 0.01, 0.001}));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "linear | 'linear' is unknown, expected constant, exponential, cosine or step",
                "constant:rate=1 | 'rate' is unknown, expected no parameters",
                "exponential | decay_steps is missing",
                "exponential:decay_steps=10 | decay_rate is missing",
                "exponential:decay_steps=10,decay_rate=1,decay=2 | expected only decay_steps, decay_rate, staircase",
                "exponential:decay_steps=1.5,decay_rate=1 | decay_steps is '1.5', expected a whole number",
                "exponential:decay_steps=0,decay_rate=1 | decay steps is 0, expected 1 or more",
                "exponential:decay_steps=10,decay_rate=x | decay_rate is 'x', expected a number",
                "exponential:decay_steps=10,decay_rate=1,staircase=yes | staircase is 'yes', expected true or false",
                "cosine:decay_steps=10,warmup_steps=5 | warmup_steps and warmup_target go together",
                "cosine:decay_steps=10,decay_steps=10 | decay_steps is given twice",
                "cosine: | '' is not of the form name=value",
                "cosine:decay_steps | 'decay_steps' is not of the form name=value",
                "step:boundaries=1/2,values=1/2 | expected one value more than boundaries",
                "step:boundaries=2/1,values=1/2/3 | expected increasing steps",
                "step:boundaries=,values=1 | boundaries is '', expected a whole number",
            })
    void refusesTheRest(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScheduleOption.parse(text, 0.1))
                .withMessageContaining(message);
    }
}
