// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Text files whose errors name the file and say in words what is wrong with it. */
final class TextFile {
    private TextFile() {}

    /** The whole file, which must be UTF-8. */
    static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw inWords(file, e);
        }
    }

    /**
     * The same failure with a message for readers: the JDK's own is the bare path for a file that is missing or locked, and
     * "Input length = 1" for one that is not UTF-8.
     */
    static IOException inWords(Path file, IOException e) {
        String reason = e.getMessage();
        if (e instanceof NoSuchFileException) {
            reason = "no such file or folder";
        } else if (e instanceof AccessDeniedException) {
            reason = "access denied";
        } else if (e instanceof CharacterCodingException) {
            reason = "not UTF-8 text";
        } else if (e instanceof FileSystemException system && system.getReason() != null) {
            reason = system.getReason();
        } else if (e instanceof FileSystemException) {
            reason = e.getClass().getSimpleName();
        }
        return new IOException(file + ": " + reason, e);
    }
}
