// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.initium.results.Published;

/**
 * The documents with generated parts: what stands between the lines {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}.
 *
 * @param folder where the {@code .md} files are
 * @param tables the parts' lines, by name
 */
public record Documents(Path folder, Map<String, List<String>> tables) {
    private static final Pattern BEGIN = Pattern.compile("<!-- begin ([a-z0-9-]+) -->");
    private static final Pattern END = Pattern.compile("<!-- end ([a-z0-9-]+) -->");

    /**
     * The documents of a repository, with the tables that its results make.
     *
     * @param home the repository
     * @throws IOException if a published result is malformed
     */
    public static Documents of(Path home) throws IOException {
        Path results = home.resolve("results");
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.putAll(PerformanceTables.of(new Published(results.resolve("published"))));
        tables.putAll(GeneratorTables.of(results.resolve("generators")));
        tables.putAll(VerificationTables.of(results.resolve("verification")));
        tables.putAll(FindingsTables.of(results.resolve("findings")));
        return new Documents(home.resolve("docs"), tables);
    }

    /**
     * The parts that are not as the results make them, {@code PERFORMANCE.md: goals}.
     *
     * @throws IOException if a document cannot be read, a mark has no counterpart, or a name has no table
     */
    public List<String> stale() throws IOException {
        List<String> stale = new ArrayList<>();
        for (Path file : files()) {
            renewed(file, stale);
        }
        return stale;
    }

    /**
     * Writes the parts anew, each file as a whole and only where something differs.
     *
     * @return what differed, as {@link #stale()} names it
     * @throws IOException as {@link #stale()}, before anything is written; or if a file cannot be written
     */
    public List<String> update() throws IOException {
        List<String> stale = new ArrayList<>();
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Path file : files()) {
            int before = stale.size();
            String text = renewed(file, stale);
            if (stale.size() > before) {
                texts.put(file, text);
            }
        }
        for (Map.Entry<Path, String> entry : texts.entrySet()) {
            Path temporary = entry.getKey().resolveSibling(entry.getKey().getFileName() + ".tmp");
            try {
                Files.writeString(temporary, entry.getValue());
                Files.move(temporary, entry.getKey(), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
        return stale;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** A document with its parts made anew; adds those that differ. */
    private String renewed(Path file, List<String> stale) throws IOException {
        List<String> lines = Files.readString(file).lines().toList();
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i++);
            text.append(line).append('\n');
            Matcher stray = END.matcher(line.strip());
            if (stray.matches()) {
                throw new IOException(file + ":" + i + ": '" + stray.group(1) + "' ends here and does not begin");
            }
            Matcher mark = BEGIN.matcher(line.strip());
            if (mark.matches()) {
                String name = mark.group(1);
                List<String> table = tables.get(name);
                if (table == null) {
                    throw new IOException(file + ":" + i + ": no table is called '" + name + "', expected one of "
                            + String.join(", ", tables.keySet()));
                }
                int end = end(file, lines, name, i);
                if (!lines.subList(i, end).equals(table)) {
                    stale.add(file.getFileName() + ": " + name);
                }
                table.forEach(row -> text.append(row).append('\n'));
                text.append(lines.get(end)).append('\n');
                i = end + 1;
            }
        }
        return text.toString();
    }

    /** The line of the mark that ends a part. */
    private static int end(Path file, List<String> lines, String name, int from) throws IOException {
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.equals("<!-- end " + name + " -->")) {
                return i;
            } else if (BEGIN.matcher(line).matches()) {
                break;
            }
        }
        throw new IOException(file + ":" + from + ": '" + name + "' begins here and does not end");
    }
}
