// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FormatExceptionTest {
    @Test
    void namesFilePlaceFoundAndExpected() {
        assertThat(FormatException.atByte(Path.of("w.npy"), 20, "dtype '<i4'", "'<f4'"))
                .hasMessage("w.npy at byte 20: found dtype '<i4', expected '<f4'");
        assertThat(FormatException.atCell("t.csv", 3, 4, "'x'", "a number"))
                .hasMessage("t.csv at line 3, column 4: found 'x', expected a number");
        assertThat(FormatException.atLine("t.csv", 3, "a blank line", "a row"))
                .hasMessage("t.csv at line 3: found a blank line, expected a row");
    }

    @Test
    void quotesOnOneShortPrintableLine() {
        assertThat(FormatException.quote("a b~")).isEqualTo("'a b~'");
        assertThat(FormatException.quote("")).isEqualTo("''");
        assertThat(FormatException.quote("\n\u007f\u00e9\u001b[31m")).isEqualTo("'\\u000a\\u007f\\u00e9\\u001b[31m'");
        assertThat(FormatException.quote("x".repeat(40))).isEqualTo("'" + "x".repeat(40) + "'");
        assertThat(FormatException.quote("x".repeat(41))).isEqualTo("'" + "x".repeat(40) + "'...");
    }
}
