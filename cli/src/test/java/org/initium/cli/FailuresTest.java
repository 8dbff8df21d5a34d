// SPDX-License-Identifier: Apache-2.0
package org.initium.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("a.csv"), "a.csv: no such file or folder"),
                Arguments.of(new AccessDeniedException("a.csv"), "a.csv: permission denied"),
                Arguments.of(new FileAlreadyExistsException("a.csv"), "a.csv: exists already and is not a folder"),
                Arguments.of(new FileAlreadyExistsException("/"), "/: exists already"),
                Arguments.of(
                        new FileAlreadyExistsException("run", null, "results are append-only"),
                        "run: results are append-only"),
                Arguments.of(new NotDirectoryException("a.csv"), "a.csv: is not a folder"),
                Arguments.of(new FileSystemException("a", "b", "No space left"), "a -> b: No space left"),
                Arguments.of(new FileSystemException("a"), "a: FileSystemException"),
                Arguments.of(new MalformedInputException(1), "a file that should be text is not UTF-8"),
                Arguments.of(new IOException("a.csv: line 3"), "a.csv: line 3"),
                Arguments.of(new IOException(), "java.io.IOException"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysInWordsWhatTheJdkSaysByAPath(Exception e, String words) {
        assertThat(Failures.words(e)).isEqualTo(words);
    }

    /** As the JDK itself throws them. */
    @Test
    void namesTheFileOfRealFailures() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "text");
        assertThat(Failures.words(catchThrowable(() -> Files.readString(folder.resolve("no")))))
                .isEqualTo(folder.resolve("no") + ": no such file or folder");
        assertThat(Failures.words(catchThrowable(() -> Files.createDirectories(file))))
                .isEqualTo(file + ": exists already and is not a folder");
        assertThat(Failures.words(catchThrowable(() -> Files.list(file)))).isEqualTo(file + ": is not a folder");
    }

    @Test
    void takesTheWrappingOff() {
        IOException cause = new NoSuchFileException("a.csv");
        assertThat(Failures.unwrap(new UncheckedIOException(cause))).isSameAs(cause);
        assertThat(Failures.unwrap(new ExceptionInInitializerError(new UncheckedIOException(cause))))
                .isSameAs(cause);
        IllegalStateException fault = new IllegalStateException(cause);
        assertThat(Failures.unwrap(fault)).isSameAs(fault);
        Error error = new NoClassDefFoundError("org/initium/No");
        assertThat(Failures.unwrap(error)).isSameAs(error);
        Error empty = new ExceptionInInitializerError("odd");
        assertThat(Failures.unwrap(empty)).isSameAs(empty);
    }

    private static final class Setting {
        static final int VALUE = parse("-Dinitium.simd=foo: expected scalar");

        private static int parse(String message) {
            throw new IllegalArgumentException(message);
        }
    }

    private static final class EarlyKernel {
        static final int WIDTH = Setting.VALUE;
    }

    private static final class LateKernel {
        static final int WIDTH = Setting.VALUE;
    }

    /** The virtual machine reports the first use of a class and later ones in different ways. */
    @Test
    void aBadSettingIsFoundHoweverTheVirtualMachineReportsIt() {
        Throwable first = catchThrowable(() -> assertThat(EarlyKernel.WIDTH).isZero());
        Throwable second = catchThrowable(() -> assertThat(Setting.VALUE).isZero());
        Throwable third = catchThrowable(() -> assertThat(LateKernel.WIDTH).isZero());
        assertThat(first).isInstanceOf(ExceptionInInitializerError.class);
        assertThat(second).isInstanceOf(NoClassDefFoundError.class);
        assertThat(third).isInstanceOf(NoClassDefFoundError.class);
        for (Throwable e : new Throwable[] {first, second, third}) {
            assertThat(Failures.unwrap(e))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("-Dinitium.simd=foo: expected scalar");
        }
    }
}
