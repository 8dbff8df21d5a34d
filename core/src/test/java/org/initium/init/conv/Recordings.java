// SPDX-License-Identifier: Apache-2.0
package org.initium.init.conv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.random.Sampler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of this package share: values recorded from other libraries, and ragged slices. */
final class Recordings {
    private Recordings() {}

    /** The recordings in a file, which names their origin. */
    static List<JsonNode> of(String file, String key) {
        try (InputStream in = Recordings.class.getResourceAsStream(file)) {
            JsonNode all = JsonMapper.shared().readTree(in).get(key);
            return IntStream.range(0, all.size()).mapToObj(all::get).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Shape shape(JsonNode recording) {
        JsonNode shape = recording.get("shape");
        return Shape.of(
                IntStream.range(0, shape.size()).map(i -> shape.get(i).asInt()).toArray());
    }

    /** Floats from their bits in hexadecimal. */
    static float[] floats(JsonNode bits) {
        String[] words = bits.asString().split(" ");
        float[] floats = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            floats[i] = Float.intBitsToFloat(Integer.parseUnsignedInt(words[i], 16));
        }
        return floats;
    }

    /** A tensor put together from slices of 1, 2, 3 ... elements, each written between two NaN that must stay. */
    static float[] raggedly(Initializer initializer, Shape shape, Sampler sampler) {
        float[] whole = new float[shape.intSize()];
        for (int first = 0, count = 1; first < whole.length; first += count, count++) {
            int part = Math.min(count, whole.length - first);
            float[] out = new float[part + 2];
            out[0] = Float.NaN;
            out[part + 1] = Float.NaN;
            initializer.fill(shape, sampler, new Slice(whole.length, first, part), out, 1);
            if (!Float.isNaN(out[0]) || !Float.isNaN(out[part + 1])) {
                throw new AssertionError("wrote beside the slice of " + part + " elements from " + first);
            }
            System.arraycopy(out, 1, whole, first, part);
        }
        return whole;
    }
}
