// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceHashTest {
    /** Those of the profile native-peers too, in every build. */
    @Test
    void hashesTheSourcesOfThisModule(@TempDir Path folder) throws IOException {
        copy(Path.of("src", "main", "java"), folder);
        copy(Path.of("src", "native-peers", "java"), folder);
        assertThat(Benchmarks.sourceHash()).matches("[0-9a-f]{64}").isEqualTo(SourceHash.of(folder));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void hashesTheSourcesOfCore() throws IOException {
        assertThat(Benchmarks.coreHash()).isEqualTo(SourceHash.of(Path.of("..", "core", "src", "main", "java")));
    }

    /** {@code printf 'a/B.java\0x\n\0b.java\0y\0' | sha256sum}. */
    @Test
    void isNamesAndTextsInOrder(@TempDir Path folder) throws IOException {
        write(folder, "y", "x\n");
        assertThat(SourceHash.of(folder)).isEqualTo("ffd645713d8bd08c1f003e1198f7f7f663400353aea2b54d2030c9f1a347c1e1");
    }

    @Test
    void lineEndsDoNotMatterButTextAndNamesDo(@TempDir Path folder) throws IOException {
        write(folder, "y", "x\n");
        String hash = SourceHash.of(folder);
        write(folder, "y", "x\r\n");
        assertThat(SourceHash.of(folder)).isEqualTo(hash);
        write(folder, "z", "x\n");
        assertThat(SourceHash.of(folder)).isNotEqualTo(hash);
        write(folder, "y", "x\n");
        Files.move(folder.resolve("b.java"), folder.resolve("c.java"));
        assertThat(SourceHash.of(folder)).isNotEqualTo(hash);
    }

    private static void write(Path folder, String b, String inner) throws IOException {
        Files.writeString(folder.resolve("b.java"), b);
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a").resolve("B.java"), inner);
    }
}
