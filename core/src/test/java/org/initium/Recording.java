// SPDX-License-Identifier: Apache-2.0
package org.initium;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tensor as the recordings of other libraries have it.
 *
 * @param head the first elements' bits in hexadecimal, at most 8
 * @param crc32 of all elements' little-endian bytes
 */
public record Recording(List<String> head, String crc32) {
    /** The recording of these elements. */
    public static Recording of(float[] elements) {
        return new Recording(
                IntStream.range(0, Math.min(8, elements.length))
                        .mapToObj(i -> HexFormat.of().toHexDigits(Float.floatToRawIntBits(elements[i])))
                        .toList(),
                crc32(elements));
    }

    /** The CRC-32 of the elements' little-endian bytes, in hexadecimal. */
    public static String crc32(float[] elements) {
        ByteBuffer bytes = ByteBuffer.allocate(elements.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(elements);
        CRC32 crc = new CRC32();
        crc.update(bytes.array());
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** The recording in the members {@code head} and {@code crc32} of a JSON object. */
    public static Recording of(JsonNode node) {
        return new Recording(
                node.get("head").valueStream().map(JsonNode::asString).toList(),
                node.get("crc32").asString());
    }

    /** The resource of this name beside the class. */
    public static JsonNode read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
