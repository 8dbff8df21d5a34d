// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {
    private static final AtomicFile.Body NEW_CONTENT = out -> out.write("new".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("w.npy");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 3})
    void writesANewFileAndReplacesAnOldOne(long expectedBytes) throws IOException {
        AtomicFile.write(file, expectedBytes, NEW_CONTENT);
        assertThat(file).hasContent("new");
        Files.writeString(file, "something older and longer");
        AtomicFile.write(file, expectedBytes, NEW_CONTENT);
        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("w.npy");
    }

    @Test
    void keepsTheOldFileInPlaceUntilTheNewOneIsComplete() throws IOException {
        Files.writeString(file, "old");
        AtomicFile.write(file, -1, out -> {
            out.write(new byte[1 << 20]); // More than any buffer.
            assertThat(file).hasContent("old");
        });
        assertThat(file).hasSize(1 << 20);
    }

    @Test
    void leavesEverythingAsItWasWhenTheBodyFails() throws IOException {
        for (Exception failure : new Exception[] {new IOException("no"), new IllegalStateException("no")}) {
            AtomicFile.Body body = out -> {
                out.write(new byte[1 << 20]);
                throwUnchecked(failure);
            };
            Files.writeString(file, "old");
            assertThatThrownBy(() -> AtomicFile.write(file, -1, body)).isSameAs(failure);
            assertThat(file).hasContent("old");
            Files.delete(file);
            assertThatThrownBy(() -> AtomicFile.write(file, -1, body)).isSameAs(failure);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void keepsThePermissionsOfTheFileItReplaces() throws IOException {
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        AtomicFile.write(file, -1, NEW_CONTENT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aBodyMayCloseTheStream() throws IOException {
        AtomicFile.write(file, -1, out -> {
            try (out) {
                NEW_CONTENT.writeTo(out);
            }
        });
        assertThat(file).hasContent("new");
    }

    @Test
    void writesByteByByteToo() throws IOException {
        byte[] all = new byte[70_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        AtomicFile.write(file, all.length, out -> {
            for (byte b : all) {
                out.write(b);
            }
        });
        assertThat(file).hasBinaryContent(all);
    }

    @Test
    void refusesAFolderThatDoesNotExistOrIsAFile() throws IOException {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> AtomicFile.write(missing.resolve("w.npy"), -1, NEW_CONTENT))
                .isInstanceOf(IOException.class)
                .hasMessage(missing.resolve("w.npy") + ": " + missing + " does not exist");
        assertThat(missing).doesNotExist();
        Files.writeString(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file.resolve("w.npy"), -1, NEW_CONTENT))
                .isInstanceOf(IOException.class)
                .hasMessage(file.resolve("w.npy") + ": " + file + " is not a folder");
        assertThatThrownBy(() -> AtomicFile.write(folder, -1, NEW_CONTENT))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": is a folder, expected a file");
        assertThat(folder.toFile().list()).containsExactly("w.npy");
    }

    @Test
    void refusesMoreThanTheDiskHolds() {
        assertThatThrownBy(() -> AtomicFile.write(file, Long.MAX_VALUE, out -> {
                    throw new AssertionError("the body must not run");
                }))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": needs 9.22 EB, but only ")
                .hasMessageEndingWith(" are free in " + folder);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void comparesWithTheRoomThatIsLeft() throws IOException {
        AtomicFile.checkRoom(file, folder, 3_210_000_000L, 3_210_000_000L);
        AtomicFile.checkRoom(file, folder, -1, 0);
        assertThatThrownBy(() -> AtomicFile.checkRoom(file, folder, 10_000_000_000L, 3_210_000_000L))
                .hasMessage(file + ": needs 10.00 GB, but only 3.21 GB are free in " + folder);
        assertThatThrownBy(() -> AtomicFile.checkRoom(file, folder, 1000, 999))
                .hasMessage(file + ": needs 1.00 kB, but only 999 bytes are free in " + folder);
    }

    @Test
    void refusesANegativeNumberOfBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AtomicFile.write(file, -2, NEW_CONTENT))
                .withMessage("expectedBytes is -2, expected 0 or more, or -1");
    }

    @Test
    void followsASymbolicLink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("data")).resolve("real.npy");
        Files.writeString(real, "old");
        Files.createSymbolicLink(file, real);
        AtomicFile.write(file, -1, NEW_CONTENT);
        assertThat(file).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    void leavesADeviceInPlace() throws IOException {
        Path device = Path.of("/dev/null");
        AtomicFile.write(device, -1, NEW_CONTENT);
        assertThat(Files.isRegularFile(device)).isFalse();
        assertThat(Files.exists(device)).isTrue();
    }

    /** A virtual machine that is told to stop in the middle of a file removes its temporary one. */
    @Test
    void cleansUpWhenTheMachineStops() throws Exception {
        Files.writeString(file, "old");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process child = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Stopped.class.getName(), file.toString())
                .redirectErrorStream(true)
                .start();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        child.getInputStream().transferTo(output);
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("files: 2");
        assertThat(child.exitValue()).isEqualTo(7);
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("w.npy");
    }

    /** The program that stops while it writes the file named by its argument. */
    static final class Stopped {
        private Stopped() {}

        public static void main(String[] args) throws IOException {
            Path file = Path.of(args[0]);
            AtomicFile.write(file, -1, out -> {
                out.write(new byte[1 << 20]);
                System.out.println("files: " + file.getParent().toFile().list().length);
                System.exit(7);
            });
        }
    }

    /** Throws any exception where the compiler only allows unchecked ones. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> void throwUnchecked(Exception e) throws E {
        throw (E) e;
    }
}
