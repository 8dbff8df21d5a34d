// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place that knows the JSON library.
 *
 * <p>Unknown fields are ignored, so that a newer run still reads; a missing field is an error unless its component names a
 * value to inject. A number that is not finite is written as the string {@code "NaN"}, {@code "Infinity"} or {@code
 * "-Infinity"}, for JSON has no such numbers. Every error names the file and says in words what is wrong.
 */
final class Json {
    /** What a component is given by {@code JacksonInject} where an older file does not have it: no pictures. */
    static final String NO_PICTURES = "no pictures";

    /** Likewise an empty text. */
    static final String NO_TEXT = "no text";

    /** Likewise an empty list; of each name a record may have one component only. */
    static final String NO_POWER = "no power";

    /** Likewise. */
    static final String NO_ALARMS = "no alarms";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .injectableValues(new InjectableValues.Std()
                    .addValue(NO_PICTURES, Pictures.NONE)
                    .addValue(NO_TEXT, "")
                    .addValue(NO_POWER, List.of())
                    .addValue(NO_ALARMS, List.of()))
            .build();

    private Json() {}

    /** The whole file as a tree. */
    static JsonNode tree(Path file) throws IOException {
        try {
            return MAPPER.readTree(TextFile.read(file));
        } catch (JacksonException e) {
            throw malformed(file, e);
        }
    }

    /** The whole file as a record; a record that refuses its values makes the file malformed. */
    static <T> T read(Path file, Class<T> type) throws IOException {
        T value;
        try {
            value = MAPPER.readValue(TextFile.read(file), type);
        } catch (JacksonException e) {
            throw malformed(file, e);
        }
        if (value == null) {
            throw new IOException(file + ": expected a " + type.getSimpleName() + ", found null");
        }
        return value;
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }

    /** Writes under a temporary name and moves, so that a reader never sees half a file. */
    static void write(Path file, Object value) throws IOException {
        Path temporary = file.toAbsolutePath().resolveSibling(".initium-" + UUID.randomUUID() + ".json");
        try {
            try {
                Files.writeString(temporary, write(value));
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw TextFile.inWords(file, e);
        }
    }

    private static IOException malformed(Path file, JacksonException e) {
        StringBuilder where = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            where.append(name == null ? "[" + step.getIndex() + "]" : (where.isEmpty() ? "" : ".") + name);
        }
        String field = where.isEmpty() ? "" : "field '" + where + "': ";
        return new IOException(file + ": " + field + e.getOriginalMessage(), e);
    }
}
