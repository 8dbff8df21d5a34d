// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.replay;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code manifest.json} says of a folder of recorded trainings.
 *
 * @param source what recorded them; empty if the file does not say
 * @param batchSize samples per update
 * @param steps updates per training
 * @param cases the trainings in the order of the file, one or more
 */
record TraceManifest(String source, int batchSize, int steps, List<TraceCase> cases) {
    static final String FILE = "manifest.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads the manifest of a folder.
     *
     * @throws IOException if there is none, or it has a key that is unknown, missing, or of the wrong kind
     */
    static TraceManifest read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new IOException(folder + ": found no " + FILE + ", expected a folder of recorded trainings");
        }
        TraceFields root = new TraceFields(file.toString(), parse(file));
        root.allow("source", "seed", "batch_size", "steps", "inputs", "weights", "losses", "cases");
        List<TraceCase> cases = new ArrayList<>();
        TraceFields named = root.object("cases");
        for (String name : named.names()) {
            if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) { // It becomes part of file names.
                throw named.error("found a case named '" + name + "', expected letters, digits, '_', '-' and '.'");
            }
            cases.add(named.object(name).traceCase(name));
        }
        if (cases.isEmpty()) {
            throw named.error("found no case, expected one or more");
        }
        return new TraceManifest(
                root.has("source") ? root.string("source") : "",
                root.positive("batch_size"),
                root.positive("steps"),
                cases);
    }

    private static JsonNode parse(Path file) throws IOException {
        try {
            return MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": is not UTF-8, expected JSON", e);
        } catch (JacksonException e) {
            // Jackson adds where an object began, without the source.
            String message = e.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
            throw new IOException(file + " at line " + e.getLocation().getLineNr() + ": " + message, e);
        }
    }
}
