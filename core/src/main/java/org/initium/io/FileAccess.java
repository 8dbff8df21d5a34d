// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens files so that a failure names the file and the reason in words; the JDK's own message is often only the path. */
final class FileAccess {
    private FileAccess() {}

    /** An unbuffered stream of the file's bytes, whose failures name the file too. */
    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a folder, expected a file");
        }
        try {
            return new NamedInput(file, Files.newInputStream(file));
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    /** The same failure, with a message that names the file. */
    static IOException named(Path file, IOException failure) {
        return new IOException(file + ": " + reason(failure), failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileSystemException e && e.getReason() != null) {
            return e.getReason();
        }
        return failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }

    private static final class NamedInput extends FilterInputStream {
        private final Path file;

        NamedInput(Path file, InputStream in) {
            super(in);
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (IOException e) {
                throw named(file, e);
            }
        }
    }
}
