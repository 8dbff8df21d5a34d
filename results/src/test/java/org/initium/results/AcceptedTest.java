// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTest {
    @TempDir
    Path folder;

    @Test
    void linesAreKeyDateAndReason() throws IOException {
        Accepted accepted = read("# intended\n\nA.b[n=1]\t2026-03-01\tsafer\nA.c\t2026-03-02\tsimpler\n");
        assertThat(accepted.changes()).hasSize(2);
        assertThat(accepted.reason("A.b[n=1]", "2026-02-28T00:00:00Z")).contains("safer");
        assertThat(accepted.reason("A.b[n=1]", "2026-03-01T23:59:59Z")).contains("safer");
        assertThat(accepted.reason("A.b[n=1]", "2026-03-02T00:00:00Z")).isEmpty();
        assertThat(accepted.reason("A.b[n=2]", "2026-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void withoutAFileNothingIsAccepted() throws IOException {
        assertThat(Accepted.read(folder.resolve("accepted.tsv"))).isEqualTo(Accepted.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A.b\t2026-03-01",
                "A.b\t2026-03-01\t ",
                "\t2026-03-01\treason",
                "A.b\t2026-03-32\treason",
                "A.b\tMarch\treason",
                "A.b 2026-03-01 reason",
                "A.b\t2026-03-01\treason\tmore"
            })
    void aFaultyLineIsNamed(String line) {
        assertThatIOException().isThrownBy(() -> read("#\n" + line + "\n")).withMessageContaining("accepted.tsv:2: ");
    }

    private Accepted read(String text) throws IOException {
        return Accepted.read(Files.writeString(folder.resolve("accepted.tsv"), text));
    }
}
