// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.UUID;

/**
 * Writes a file so that it is either complete or as it was before: the bytes go to a temporary file in the same folder,
 * which then takes the target's name in one step. When anything fails on the way, or the virtual machine is told to stop,
 * the temporary file is removed.
 *
 * <p>A symbolic link is followed and stays. A target that is neither a file nor a folder, such as {@code /dev/null} or a
 * pipe, is written to directly: it has no earlier content to keep.
 */
public final class AtomicFile {
    private static final int BUFFER_BYTES = 1 << 16;

    private AtomicFile() {}

    /** What to write. */
    @FunctionalInterface
    public interface Body {
        /**
         * Writes the whole content.
         *
         * @param out a buffered stream; it may be closed, but need not be
         * @throws IOException to give up; the target is then as it was before
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a new file or replaces an existing one.
     *
     * @param target the file; its folder must exist
     * @param expectedBytes how many bytes the body will write, so that a full disk is noticed before the work begins; -1
     *     if unknown
     * @throws IOException if the folder does not exist or cannot be written to, if there is less room than
     *     {@code expectedBytes}, or if writing fails; the message names the target
     * @throws IllegalArgumentException if {@code expectedBytes} is below -1
     */
    public static void write(Path target, long expectedBytes, Body body) throws IOException {
        if (expectedBytes < -1) {
            throw new IllegalArgumentException("expectedBytes is " + expectedBytes + ", expected 0 or more, or -1");
        }
        if (Files.isDirectory(target)) {
            throw new IOException(target + ": is a folder, expected a file");
        }
        boolean exists = Files.exists(target);
        if (exists && !Files.isWritable(target)) {
            throw new IOException(target + ": permission denied");
        }
        if (exists && !Files.isRegularFile(target)) {
            try (FileChannel channel = open(target, target, StandardOpenOption.WRITE)) {
                writeBody(target, channel, body);
            }
            return;
        }
        Path destination = exists ? target.toRealPath() : target.toAbsolutePath();
        checkFolder(target, destination.getParent(), expectedBytes);
        replace(target, destination, body);
    }

    private static void checkFolder(Path target, Path folder, long expectedBytes) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    target + ": " + folder + (Files.exists(folder) ? " is not a folder" : " does not exist"));
        }
        if (!Files.isWritable(folder)) {
            throw new IOException(target + ": no permission to write in " + folder);
        }
        checkRoom(target, folder, expectedBytes, Files.getFileStore(folder).getUsableSpace());
    }

    /** Fails if {@code expectedBytes} are more than the {@code free} ones of the folder. */
    static void checkRoom(Path target, Path folder, long expectedBytes, long free) throws IOException {
        if (expectedBytes > free) {
            throw new IOException(target + ": needs " + inWords(expectedBytes) + ", but only " + inWords(free)
                    + " are free in " + folder);
        }
    }

    private static void replace(Path target, Path destination, Body body) throws IOException {
        Path temporary = destination.resolveSibling(".initium-" + UUID.randomUUID() + ".tmp");
        Thread cleanup = new Thread(() -> deleteQuietly(temporary));
        boolean guarded = addShutdownHook(cleanup);
        try (FileChannel channel = open(target, temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            keepPermissions(destination, temporary);
            writeBody(target, channel, body);
            finish(target, channel, temporary, destination);
        } finally {
            deleteQuietly(temporary); // After a success nothing has this name any more.
            if (guarded) {
                removeShutdownHook(cleanup);
            }
        }
    }

    private static FileChannel open(Path target, Path file, StandardOpenOption... options) throws IOException {
        try {
            return FileChannel.open(file, options);
        } catch (IOException e) {
            throw FileAccess.named(target, e);
        }
    }

    private static void writeBody(Path target, FileChannel channel, Body body) throws IOException {
        OutputStream out = new BufferedOutputStream(new NamedOutput(target, channel), BUFFER_BYTES);
        body.writeTo(out);
        out.flush();
    }

    /** Gives the new file the permissions of the one that it replaces, where there is one and the system has such a thing. */
    private static void keepPermissions(Path replaced, Path temporary) throws IOException {
        if (Files.exists(replaced)
                && Files.getFileStore(temporary).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(replaced));
        }
    }

    /** Forces the bytes to the disk before the name changes: the other way round, a power cut could leave an empty file. */
    private static void finish(Path target, FileChannel channel, Path temporary, Path destination) throws IOException {
        try {
            channel.force(true);
            channel.close();
            Files.move(temporary, destination, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileAccess.named(target, e);
        }
    }

    /** The channel as a stream that outlives {@code close} and names the target when the disk fails. */
    private static final class NamedOutput extends OutputStream {
        private final Path target;
        private final OutputStream out;

        NamedOutput(Path target, FileChannel channel) {
            this.target = target;
            this.out = Channels.newOutputStream(channel);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw FileAccess.named(target, e);
            }
        }
    }

    private static boolean addShutdownHook(Thread hook) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            return true;
        } catch (IllegalStateException e) {
            return false; // The machine is already stopping; the file may still be finished in time.
        }
    }

    private static void removeShutdownHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is stopping: the hook runs, and finds nothing to delete.
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Whatever kept the file from being written is the failure to report, not this.
        }
    }

    /** {@code 3.21 GB}: decimal units, as disks are sold and as {@code df -H} prints. */
    private static String inWords(long bytes) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1000) {
            value /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.2f %s", value, units[unit]);
    }
}
