// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.shared;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object under construction, in the order of its fields. Numbers that are not finite become null. */
public final class JsonOutput {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** An empty object. */
    public JsonOutput() {}

    /**
     * Adds a field.
     *
     * @param value a string, a number, a boolean, null, another {@code JsonOutput}, a record, or a list, an array or a map of these
     */
    public JsonOutput put(String name, Object value) {
        fields.put(name, plain(value));
        return this;
    }

    /** The object as a map, for nesting. */
    public Map<String, Object> fields() {
        return fields;
    }

    /** Writes the object and a line break. */
    public void print(PrintWriter out) {
        print(out, fields);
    }

    /** Writes a record as it stands and a line break; here numbers that are not finite are strings, as in result files. */
    public static void print(PrintWriter out, Object value) {
        out.println(MAPPER.writeValueAsString(value));
        out.flush();
    }

    private static Object plain(Object value) {
        if (value instanceof Double d) {
            return Double.isFinite(d) ? d : null;
        }
        return value instanceof JsonOutput object ? object.fields : value;
    }
}
