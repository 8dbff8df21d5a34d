// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initium.results.PeerFindings;
import org.initium.results.PeerFindings.Failure;
import org.initium.results.PeerFindings.Figures;
import org.initium.results.PeerFindings.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTablesTest {
    private static final Figures HALF = new Figures(64, 0.50004, 0.866, 1e-6, 1.732, 0.0009);
    private static final Figures ZEROS = new Figures(64, 0.87, 0, -2, 2, 0.022612);
    private static final Figures RIGHT = new Figures(64, 1, -1e-5, -1.732, 1.732, 0);

    @TempDir
    private Path folder;

    @Test
    void withoutResultsThereAreHeadersOnly() throws IOException {
        assertThat(FindingsTables.of(folder.resolve("none")).get("findings-overview"))
                .hasSize(2);
        assertThat(FindingsTables.of(folder).get("findings")).isEmpty();
    }

    @Test
    void theOverviewCountsAndThePartsSayWhat() throws IOException {
        library("B", List.of()).write(folder.resolve("a.json"));
        library(
                        "A",
                        List.of(
                                finding(true, HALF, List.of(new Failure("mean", 1024, "")), true),
                                finding(
                                        false,
                                        HALF,
                                        List.of(new Failure("mean", 64, ""), new Failure("variance", 128, "")),
                                        false),
                                finding(true, Figures.NONE, List.of(new Failure("draws", 0, "x|y".repeat(50))), false),
                                finding(true, ZEROS, List.of(new Failure("equal_bins", 16384, "")), true),
                                finding(true, RIGHT, List.of(), false)))
                .write(folder.resolve("b.json"));
        Files.writeString(folder.resolve("notes.txt"), "not a result");
        assertThat(FindingsTables.of(folder).get("findings-overview"))
                .hasSize(4)
                .endsWith("| A | 1.0 | `g:a` | 5 | 1 | 3 | 1 |", "| B | 1.0 | `g:a` | 0 | 0 | 0 | 0 |");
        assertThat(FindingsTables.of(folder).get("findings"))
                .contains(
                        "### A 1.0",
                        "Java 25; 1,048,576 elements for each law, 1.0E-9 false alarms a check.",
                        "| `i` | (2, 3) | [s](l) | says | 0.500 | 0.866 | 0.000 … 1.732 | does ✓ | `mean` 1,024 |",
                        "| `i` | (2, 3) | [s](l), not the library | says | 0.500 | 0.866 | 0.000 … 1.732 | does | `mean` 64, `variance` 128 |",
                        "| `i` | (2, 3) | [s](l) | says | 0.870 | 0.000 | −2.000 … 2.000, 2.26 % are 0 | does ✓ | `equal_bins` 16,384 |",
                        "- `i`: [says](l), on (2, 3)")
                .anyMatch(line -> line.contains("| – | – | – | does | x\\|yx\\|y") && line.endsWith(" … |"));
    }

    @Test
    void aMalformedFileIsRefused() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{");
        assertThatIOException().isThrownBy(() -> FindingsTables.of(folder)).withMessageContaining("a.json");
    }

    private static PeerFindings library(String name, List<Finding> findings) {
        return new PeerFindings(name, "g:a", "1.0", "Java 25", 1 << 20, 1e-9, findings);
    }

    private static Finding finding(boolean documented, Figures figures, List<Failure> failures, boolean confirmed) {
        return new Finding("i", "(2, 3)", documented, "s", "l", "says", figures, failures, "does", confirmed);
    }
}
