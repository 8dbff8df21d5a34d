// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initium.Shape;

/**
 * What stands before the data of a .safetensors file: the length of the header in 8 bytes and a JSON object that gives each
 * tensor's type, shape and place, by the description of the format at github.com/huggingface/safetensors.
 *
 * @param tensors in the order of the header
 * @param metadata the strings under {@code __metadata__}
 */
record SafeTensorsHeader(List<Entry> tensors, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";

    /** The limit of the reference implementation, in bytes. */
    static final int LONGEST = 100_000_000;

    /** The reference implementation pads the header with spaces to a multiple of this. */
    private static final int ALIGNMENT = 8;

    private static final String KEYS = "each of 'dtype', 'shape' and 'data_offsets' once";

    /**
     * One tensor.
     *
     * @param width bytes per number, 4 or 8
     * @param begin offset of its first byte in the data
     * @param end offset of the byte after its last one
     * @param position offset of the entry in the file, for messages
     */
    record Entry(String name, int width, Shape shape, long begin, long end, long position) {}

    /** Reads up to the first byte of the data, and checks that the tensors fill the data without gap or overlap. */
    static SafeTensorsHeader read(BinaryReader in) throws IOException {
        long length = in.next(Long.BYTES, "header length")
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (length < 0 || length > LONGEST) {
            throw FormatException.atByte(
                    in.file(), 0, "a header of " + Long.toUnsignedString(length) + " bytes", "at most " + LONGEST);
        }
        byte[] text = in.bytes((int) length, "header");
        if (length == 0 || text[0] != '{') {
            throw FormatException.atByte(in.file(), Long.BYTES, "a header without '{' at its start", "a JSON object");
        }
        HeaderScanner scanner = new HeaderScanner(in.file(), Long.BYTES, text);
        SafeTensorsHeader header = parse(scanner);
        header.checkLayout(scanner, in.remaining());
        return header;
    }

    /** The tensors in the order of their data. */
    List<Entry> inOrderOfData() {
        List<Entry> sorted = new ArrayList<>(tensors);
        sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        return sorted;
    }

    private void checkLayout(HeaderScanner scanner, long dataLength) throws FormatException {
        long end = 0;
        for (Entry entry : inOrderOfData()) {
            if (entry.begin() != end) {
                throw scanner.errorAt(
                        entry.position(),
                        FormatException.quote(entry.name()) + " at data offset " + entry.begin(),
                        "it at " + end + ", where the tensor before it ends");
            }
            end = entry.end();
        }
        if (end != dataLength) {
            throw scanner.errorAt(0, dataLength + " bytes of data", end + ", which the tensors fill");
        }
    }

    private static SafeTensorsHeader parse(HeaderScanner scanner) throws FormatException {
        Map<String, Entry> tensors = new LinkedHashMap<>();
        Map<String, String> metadata = null;
        scanner.expect('{');
        if (!scanner.accept('}')) {
            do {
                long position = scanner.offset();
                String name = JsonString.read(scanner);
                scanner.expect(':');
                if (name.equals(METADATA) ? metadata != null : tensors.containsKey(name)) {
                    throw scanner.errorAt(position, FormatException.quote(name) + " again", "each name once");
                }
                if (name.equals(METADATA)) {
                    metadata = metadata(scanner);
                } else {
                    tensors.put(name, entry(scanner, name, position));
                }
            } while (scanner.accept(','));
            scanner.expect('}');
        }
        if (!scanner.atEnd()) {
            throw scanner.unexpected("nothing but spaces after the object");
        }
        return new SafeTensorsHeader(new ArrayList<>(tensors.values()), metadata == null ? Map.of() : metadata);
    }

    private static Map<String, String> metadata(HeaderScanner scanner) throws FormatException {
        Map<String, String> metadata = new LinkedHashMap<>();
        scanner.expect('{');
        if (scanner.accept('}')) {
            return metadata;
        }
        do {
            long position = scanner.offset();
            String key = JsonString.read(scanner);
            scanner.expect(':');
            if (metadata.put(key, JsonString.read(scanner)) != null) {
                throw scanner.errorAt(position, FormatException.quote(key) + " again", "each key once");
            }
        } while (scanner.accept(','));
        scanner.expect('}');
        return Collections.unmodifiableMap(metadata);
    }

    private static Entry entry(HeaderScanner scanner, String name, long position) throws FormatException {
        int width = 0;
        Shape shape = null;
        long[] offsets = null;
        scanner.expect('{');
        do {
            long keyPosition = scanner.offset();
            String key = JsonString.read(scanner);
            scanner.expect(':');
            if (key.equals("dtype") && width == 0) {
                width = width(scanner);
            } else if (key.equals("shape") && shape == null) {
                shape = scanner.shape('[', ']', false);
            } else if (key.equals("data_offsets") && offsets == null) {
                offsets = offsets(scanner);
            } else {
                throw scanner.errorAt(keyPosition, "key " + FormatException.quote(key), KEYS);
            }
        } while (scanner.accept(','));
        if (width == 0 || shape == null || offsets == null) {
            throw scanner.unexpected(KEYS + " before it");
        }
        scanner.expect('}');
        if (offsets[1] - offsets[0] != shape.size() * width) {
            throw scanner.errorAt(
                    position,
                    FormatException.quote(name) + " at data_offsets [" + offsets[0] + ", " + offsets[1] + "]",
                    shape.size() * width + " bytes for shape " + shape);
        }
        return new Entry(name, width, shape, offsets[0], offsets[1], position);
    }

    private static int width(HeaderScanner scanner) throws FormatException {
        long position = scanner.offset();
        String type = JsonString.read(scanner);
        return switch (type) {
            case "F32" -> Float.BYTES;
            case "F64" -> Double.BYTES;
            default -> throw scanner.errorAt(position, "dtype " + FormatException.quote(type), "'F32' or 'F64'");
        };
    }

    private static long[] offsets(HeaderScanner scanner) throws FormatException {
        long[] offsets = new long[2];
        scanner.expect('[');
        offsets[0] = scanner.wholeNumber();
        scanner.expect(',');
        offsets[1] = scanner.wholeNumber();
        scanner.expect(']');
        return offsets;
    }

    /**
     * Everything before the data of these float tensors, laid out one after the other.
     *
     * @throws IllegalArgumentException if a name cannot be written or the header is longer than readers take
     */
    static byte[] encode(Map<String, Shape> tensors, Map<String, String> metadata) {
        StringBuilder json = new StringBuilder("{");
        if (!metadata.isEmpty()) {
            String separator = JsonString.write(METADATA) + ":{";
            for (Map.Entry<String, String> entry : metadata.entrySet()) {
                json.append(separator).append(JsonString.write(entry.getKey())).append(':');
                json.append(JsonString.write(entry.getValue()));
                separator = ",";
            }
            json.append('}');
        }
        long begin = 0;
        for (Map.Entry<String, Shape> entry : tensors.entrySet()) {
            if (entry.getKey().equals(METADATA)) {
                throw new IllegalArgumentException("a tensor is named " + METADATA + ", which the format reserves");
            }
            HeaderScanner.checkRank(entry.getValue());
            long end = FloatWriter.fileSize(begin, entry.getValue().size());
            json.append(json.length() == 1 ? "" : ",").append(JsonString.write(entry.getKey()));
            json.append(":{\"dtype\":\"F32\",\"shape\":")
                    .append(Arrays.toString(entry.getValue().toArray()).replace(" ", ""));
            json.append(",\"data_offsets\":[")
                    .append(begin)
                    .append(',')
                    .append(end)
                    .append("]}");
            begin = end;
        }
        byte[] text = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        int length = Math.ceilDiv(text.length, ALIGNMENT) * ALIGNMENT;
        if (length > LONGEST) {
            throw new IllegalArgumentException("the header has " + length + " bytes, expected at most " + LONGEST);
        }
        byte[] bytes = new byte[Long.BYTES + length];
        Arrays.fill(bytes, (byte) ' ');
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(text);
        return bytes;
    }
}
