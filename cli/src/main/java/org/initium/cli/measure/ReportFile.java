// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initium.io.AtomicFile;
import org.initium.results.report.HtmlReport;
import org.initium.results.report.ReportInput;

/** A report on disk. */
final class ReportFile {
    private ReportFile() {}

    /** Makes the folder of a report where it is missing, and returns it. */
    static Path makeFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.notExists(folder)) {
            Files.createDirectories(folder);
        }
        requireFolder(file);
        return folder;
    }

    /** Finds out before a long run that its report would have nowhere to go. */
    static void requireFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw new IOException("--report " + file + ": "
                    + (Files.isDirectory(file) ? "is a folder, expected a file" : folder + " is not a folder"));
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("--report " + file + ": no permission to write in " + folder);
        }
    }

    /** Writes the page; it appears only when it is complete. */
    static void write(Path file, ReportInput input) throws IOException {
        write(file, HtmlReport.render(input));
    }

    /** Writes a text; it appears only when it is complete. */
    static void write(Path file, String text) throws IOException {
        byte[] page = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, page.length, out -> out.write(page));
    }
}
