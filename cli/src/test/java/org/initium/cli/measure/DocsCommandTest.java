// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initium.cli.Cli;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;

@RestoreSystemProperties
class DocsCommandTest {
    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        System.setProperty("initium.home", home.toString());
        file = Files.createDirectories(home.resolve("docs")).resolve("P.md");
        Files.writeString(file, "<!-- begin goals -->\nold\n<!-- end goals -->\n");
    }

    @Test
    void checksThenWrites() throws IOException {
        Cli stale = Cli.run("docs", "--check");
        assertThat(stale.exitCode()).isEqualTo(1);
        assertThat(stale.out()).isEqualToNormalizingNewlines("differs: P.md: goals\n");
        assertThat(file).content().contains("old");
        Cli update = Cli.run("docs");
        assertThat(update.exitCode()).isZero();
        assertThat(update.out()).isEqualToNormalizingNewlines("updated: P.md: goals\n");
        assertThat(file).content().doesNotContain("old");
        Cli fresh = Cli.run("docs", "--check");
        assertThat(fresh.exitCode()).isZero();
        assertThat(fresh.out()).isEqualToNormalizingNewlines("docs: nothing differs\n");
    }

    @Test
    void saysSoInJson() {
        Cli cli = Cli.run("docs", "--check", "--json");
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.json().get("stale").get(0).stringValue()).isEqualTo("P.md: goals");
    }

    @Test
    void namesTheFileWithAnUnknownMark() throws IOException {
        Files.writeString(file, "<!-- begin nonsense -->\n");
        Cli cli = Cli.run("docs");
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).hasLineCount(1).contains("P.md:1: no table is called 'nonsense'");
    }
}
