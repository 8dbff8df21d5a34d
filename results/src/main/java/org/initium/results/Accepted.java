// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Slowdowns somebody meant: {@code accepted.tsv}, one line each of benchmark key, date and reason, parted by tabs.
 *
 * <p>A line speaks about comparisons whose base was measured on or before its date. Lines that are empty or start with
 * {@code #} are comments.
 *
 * @param changes in the order of the file
 */
public record Accepted(List<Change> changes) {
    /** Nothing was accepted. */
    public static final Accepted NONE = new Accepted(List.of());

    /** Copies the list. */
    public Accepted {
        changes = List.copyOf(changes);
    }

    /**
     * One intended change.
     *
     * @param key benchmark key, as {@link JmhBenchmark#key()} gives it
     * @param date day it was accepted, UTC
     * @param reason why
     */
    public record Change(String key, LocalDate date, String reason) {}

    /**
     * Reads the file; an absent one accepts nothing.
     *
     * @throws IOException if the file cannot be read, or if a line has not three fields, no valid date or no reason; the
     *     message names file and line
     */
    public static Accepted read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return NONE;
        }
        List<String> lines = TextFile.read(file).lines().toList();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            try {
                if (fields.length != 3 || fields[0].isBlank() || fields[2].isBlank()) {
                    throw new IOException(file + ":" + (i + 1) + ": expected key, date and reason, parted by tabs");
                }
                changes.add(new Change(fields[0].strip(), LocalDate.parse(fields[1].strip()), fields[2].strip()));
            } catch (DateTimeParseException e) {
                throw new IOException(file + ":" + (i + 1) + ": date '" + fields[1] + "', expected 2026-01-31", e);
            }
        }
        return new Accepted(changes);
    }

    /** Why a slowdown of {@code key} against a base measured at {@code baseUtc} is fine, if it is. */
    public Optional<String> reason(String key, String baseUtc) {
        LocalDate base = LocalDate.parse(baseUtc.substring(0, 10));
        return changes.stream()
                .filter(change -> change.key().equals(key) && !change.date().isBefore(base))
                .map(Change::reason)
                .findFirst();
    }
}
