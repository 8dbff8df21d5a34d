// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreUnitTest {
    @ParameterizedTest
    @CsvSource({
        "avgt,   us/op,   true,  4, 4e-6",
        "avgt,   ns/op,   true,  4, 4e-9",
        "ss,     ms/op,   true,  4, 4e-3",
        "sample, s/op,    true,  4, 4",
        "avgt,   min/op,  true,  4, 240",
        "thrpt,  ops/s,   false, 4, 0.25",
        "thrpt,  ops/us,  false, 4, 0.25e-6",
        "thrpt,  ops/hr,  false, 4, 900"
    })
    void directionAndScaleFollowTheUnit(String mode, String text, boolean smaller, double score, double seconds) {
        ScoreUnit unit = ScoreUnit.of(mode, text);
        assertThat(unit.smallerIsBetter()).isEqualTo(smaller);
        // one rounding each in 1 / scale, score * scale and its reciprocal: 3 ulp
        assertThat(unit.secondsPerOperation(score)).isCloseTo(seconds, within(4 * Math.ulp(seconds)));
    }

    @Test
    void aUnitOfItsOwnLeavesTheDirectionToTheMode() {
        assertThat(ScoreUnit.of("thrpt", "rows").smallerIsBetter()).isFalse();
        assertThat(ScoreUnit.of("avgt", "rows").smallerIsBetter()).isTrue();
        assertThat(ScoreUnit.of("avgt", "rows").secondsPerOperation(1)).isNaN();
        assertThat(ScoreUnit.of("avgt", "parsec/op").secondsPerOperation(1)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"thrpt, us/op", "avgt, ops/s", "sample, ops/us", "all, us/op"})
    void contradictionsAreRefused(String mode, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreUnit.of(mode, text))
                .withMessageContaining(mode);
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }
}
