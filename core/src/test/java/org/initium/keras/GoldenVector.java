// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.initium.Recording;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Orthogonal;
import org.initium.init.RandomNormal;
import org.initium.init.RandomUniform;
import org.initium.init.TruncatedNormal;
import org.initium.init.VarianceScaling;
import org.initium.init.VarianceScaling.Distribution;
import org.initium.init.VarianceScaling.Mode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One tensor that Keras 3.15.1 made, from {@code golden/<backend>.json}: 690 for each backend.
 *
 * @param name Keras's name of the initializer
 * @param initializer the same here, with the recording's parameters
 * @param head bits of the first elements, at most 8
 * @param crc32 of all elements' little-endian bytes
 */
record GoldenVector(
        Backend backend, String name, Initializer initializer, Shape shape, long seed, int[] head, String crc32) {
    static List<GoldenVector> of(Backend backend) {
        try (InputStream in = GoldenVector.class.getResourceAsStream("golden/" + backend + ".json")) {
            JsonNode vectors = JsonMapper.shared().readTree(in).get("vectors");
            return IntStream.range(0, vectors.size())
                    .mapToObj(i -> of(backend, vectors.get(i)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenVector of(Backend backend, JsonNode vector) {
        JsonNode head = vector.get("head");
        JsonNode shape = vector.get("shape");
        String name = vector.get("init").asString();
        return new GoldenVector(
                backend,
                name,
                initializer(name, vector.get("args")),
                Shape.of(IntStream.range(0, shape.size())
                        .map(i -> shape.get(i).asInt())
                        .toArray()),
                vector.get("seed").asLong(),
                IntStream.range(0, head.size())
                        .map(i -> Integer.parseUnsignedInt(head.get(i).asString(), 16))
                        .toArray(),
                vector.get("crc32").asString());
    }

    private static Initializer initializer(String name, JsonNode args) {
        if (args.isEmpty()) {
            return Initializers.of(name);
        }
        return switch (name) {
            case "random_uniform" -> new RandomUniform(number(args, "minval"), number(args, "maxval"));
            case "random_normal" -> new RandomNormal(number(args, "mean"), number(args, "stddev"));
            case "truncated_normal" -> new TruncatedNormal(number(args, "mean"), number(args, "stddev"));
            case "variance_scaling" ->
                new VarianceScaling(
                        number(args, "scale"),
                        Mode.of(args.get("mode").asString()),
                        Distribution.of(args.get("distribution").asString()));
            case "orthogonal" -> new Orthogonal(number(args, "gain"));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double number(JsonNode args, String name) {
        return args.get(name).asDouble();
    }

    /** The tensor as made here. */
    float[] create() {
        return initializer.create(shape, backend.sampler(seed));
    }

    boolean matches(float[] weights) {
        return headMatches(weights) && Recording.crc32(weights).equals(crc32);
    }

    private boolean headMatches(float[] weights) {
        for (int i = 0; i < head.length; i++) {
            if (Float.floatToRawIntBits(weights[i]) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
