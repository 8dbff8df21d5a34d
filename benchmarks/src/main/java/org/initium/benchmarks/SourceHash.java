// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.initium.Shape;

/** SHA-256 over sources, which the build puts beside the classes. */
final class SourceHash {
    private static final String BENCHMARKS = "META-INF/initium/benchmark-sources";
    private static final String CORE = "META-INF/initium/core-sources";

    private SourceHash() {}

    /** The hash of this module's sources in this class's own jar or folder. */
    static String ofBenchmarks() throws IOException {
        return ofThisBuild(BENCHMARKS, SourceHash.class);
    }

    /** The hash of the library's sources in this class's own jar or folder. */
    static String ofCore() throws IOException {
        return ofThisBuild(CORE, Shape.class);
    }

    /** The hash below a folder that has the source of {@code type}. */
    private static String ofThisBuild(String folderName, Class<?> type) throws IOException {
        URI root;
        try {
            // By way of a file: a jar need not have entries for folders.
            String file = folderName + "/" + type.getName().replace('.', '/') + ".java";
            root = SourceHash.class.getResource("/" + file).toURI();
        } catch (URISyntaxException e) {
            throw new IOException("the sources of the benchmarks have no proper address", e);
        }
        if (root.getScheme().equals("jar")) {
            String text = root.toString();
            Path jar = Path.of(URI.create(text.substring("jar:".length(), text.indexOf("!/"))));
            try (FileSystem files = FileSystems.newFileSystem(jar)) {
                return of(files.getPath(folderName));
            }
        }
        Path folder = Path.of(root);
        while (!folder.endsWith(folderName)) {
            folder = folder.getParent();
        }
        return of(folder);
    }

    /**
     * The hash of all files below a folder, in the order of their names: for each its name with {@code /} between folders,
     * a zero byte, its text with {@code \n} between lines and a zero byte.
     */
    static String of(Path folder) throws IOException {
        SortedMap<String, Path> byName = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            byName.put(folder.relativize(file).toString().replace('\\', '/'), file));
        }
        MessageDigest digest = sha256();
        for (var entry : byName.entrySet()) {
            update(digest, entry.getKey());
            update(digest, Files.readString(entry.getValue()).replace("\r\n", "\n"));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
