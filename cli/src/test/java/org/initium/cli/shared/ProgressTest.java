// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter err = new StringWriter();

    @Test
    void staysSilentOffATerminal() {
        try (Progress progress = new Progress(new PrintWriter(err), false, 0)) {
            progress.update("work", 1, 2);
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void staysSilentWhileTheWorkIsShort() {
        try (Progress progress = new Progress(new PrintWriter(err), true, Long.MAX_VALUE)) {
            progress.update("work", 1, 2);
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void showsAndWipesOneLine() {
        try (Progress progress = new Progress(new PrintWriter(err), true, 0)) {
            progress.update("work", 1, 2);
        }
        assertThat(err.toString())
                .startsWith("\r\u001b[Kwork: 50 %")
                .endsWith("\r\u001b[K")
                .doesNotContain("\n");
    }
}
