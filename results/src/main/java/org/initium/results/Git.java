// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks Git what is being measured; an installation without Git, or a folder outside a work tree, is no error. */
final class Git {
    private Git() {}

    /** Twelve digits of the commit, or {@code unknown}. */
    static String commit(Path folder) {
        return git(folder.toAbsolutePath(), "rev-parse", "--short=12", "HEAD")
                .map(String::strip)
                .orElse(Environment.UNKNOWN);
    }

    /** Whether anything but published results differs from the commit; true when nobody can tell. */
    static boolean dirty(Path folder) {
        return git(folder.toAbsolutePath(), "status", "--porcelain", "--", ":/", ":(top,exclude)results/published")
                .map(text -> !text.isBlank())
                .orElse(true);
    }

    private static Optional<String> git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
