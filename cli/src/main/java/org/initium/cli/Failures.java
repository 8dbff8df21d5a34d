// SPDX-License-Identifier: Apache-2.0
package org.initium.cli;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what went wrong in truth, and says it in words where the JDK's own message is a path or less. */
final class Failures {
    /**
     * How HotSpot keeps the first failure of a static initializer, for every later use of the class: the exception itself is
     * gone, its message remains.
     */
    private static final Pattern KEPT = Pattern.compile(
            "Exception java\\.lang\\.IllegalArgumentException:(.*) \\[in thread \".*\"\\]", Pattern.DOTALL);

    private Failures() {}

    /**
     * What {@code e} wraps, if it does nothing else. Settings such as {@code -Dinitium.simd} are read in static initializers,
     * so a bad one arrives as an {@link ExceptionInInitializerError}, and the next time as a {@link NoClassDefFoundError}.
     */
    static Throwable unwrap(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && (cause instanceof UncheckedIOException || cause instanceof LinkageError)) {
            cause = cause.getCause();
        }
        if (cause instanceof ExceptionInInitializerError && cause.getMessage() != null) {
            Matcher kept = KEPT.matcher(cause.getMessage());
            if (kept.matches()) {
                return new IllegalArgumentException(kept.group(1).strip(), e);
            }
        }
        return cause;
    }

    /** A message that says what is wrong and, if the exception knows, with which file. */
    static String words(Throwable e) {
        if (e instanceof FileSystemException failure && failure.getFile() != null) {
            String other = failure.getOtherFile() == null ? "" : " -> " + failure.getOtherFile();
            return failure.getFile() + other + ": " + reason(failure);
        } else if (e instanceof CharacterCodingException) {
            return "a file that should be text is not UTF-8";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private static String reason(FileSystemException e) {
        if (e.getReason() != null) {
            return e.getReason();
        } else if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof FileAlreadyExistsException) {
            return "exists already" + (Files.isDirectory(Path.of(e.getFile())) ? "" : " and is not a folder");
        } else if (e instanceof NotDirectoryException) {
            return "is not a folder";
        }
        return e.getClass().getSimpleName();
    }
}
