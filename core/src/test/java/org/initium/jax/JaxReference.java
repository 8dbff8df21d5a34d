// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.initium.Shape;

/**
 * One array that jax 0.10.2 made: a line of {@code golden/reference.txt}, which {@code src/test/python/jax_reference.py}
 * wrote.
 *
 * @param operation what made the array
 * @param arguments its arguments, after key and shape
 * @param expected {@link #summary} of the array
 */
record JaxReference(String operation, JaxKey key, Shape shape, List<String> arguments, String expected) {
    /** The lines of these operations. */
    static List<JaxReference> of(String... operations) {
        try (InputStream in = JaxReference.class.getResourceAsStream("golden/reference.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(JaxReference::parse)
                    .filter(reference -> Arrays.asList(operations).contains(reference.operation))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JaxReference parse(String line) {
        String[] sides = line.split(" = ");
        List<String> call = List.of(sides[0].split(" "));
        return new JaxReference(
                call.get(0),
                new JaxKey(Integer.parseUnsignedInt(call.get(1)), Integer.parseUnsignedInt(call.get(2))),
                call.get(3).equals("()") ? Shape.of() : Shape.parse(call.get(3)),
                call.subList(4, call.size()),
                sides[1]);
    }

    double number(int argument) {
        String text = arguments.get(argument);
        return text.endsWith("inf") ? Double.parseDouble(text.replace("inf", "Infinity")) : Double.parseDouble(text);
    }

    /** CRC-32 of the little-endian bytes, then the first four elements' bits. */
    static String summary(int[] bits) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(crc32(bits))
                + Arrays.stream(bits)
                        .limit(4)
                        .mapToObj(word -> " " + hex.toHexDigits(word))
                        .collect(Collectors.joining());
    }

    static String summary(float[] values) {
        return summary(bits(values));
    }

    static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }

    static int crc32(int[] bits) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * bits.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(bits);
        CRC32 crc = new CRC32();
        crc.update(bytes.array());
        return (int) crc.getValue();
    }
}
