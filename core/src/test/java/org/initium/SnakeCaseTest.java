// SPDX-License-Identifier: Apache-2.0
package org.initium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SnakeCaseTest {
    private enum Colour {
        DARK_RED,
        BLUE
    }

    @Test
    void goesBothWays() {
        for (Colour colour : Colour.values()) {
            assertThat(SnakeCase.parse("colour", SnakeCase.of(colour), Colour.values()))
                    .isEqualTo(colour);
        }
        assertThat(SnakeCase.of(Colour.DARK_RED)).isEqualTo("dark_red");
    }

    @Test
    void listsTheNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SnakeCase.parse("colour", "BLUE", Colour.values()))
                .withMessage("colour 'BLUE' is unknown, expected one of dark_red, blue");
    }
}
