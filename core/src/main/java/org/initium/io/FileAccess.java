// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

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

    /** An unbuffered stream of the file's bytes. */
    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a folder, expected a file");
        }
        try {
            return Files.newInputStream(file);
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
}
