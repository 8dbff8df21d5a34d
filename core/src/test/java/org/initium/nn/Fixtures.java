// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;

/** Data that these tests share: the recorded Keras runs of {@code golden/}, the digits, and random arrays. */
final class Fixtures {
    private static final Pattern TYPE = Pattern.compile("'descr': '<(f4|f8|i4)'");

    private Fixtures() {}

    /** The elements of a version 1 .npy file of little-endian floats, doubles or ints in C order. */
    static double[] npy(String name) {
        ByteBuffer file = ByteBuffer.wrap(resource("golden/" + name + ".npy")).order(ByteOrder.LITTLE_ENDIAN);
        int data = 10 + file.getShort(8);
        String header = new String(file.array(), 10, data - 10, StandardCharsets.US_ASCII);
        Matcher type = TYPE.matcher(header);
        if (!type.find() || !header.contains("'fortran_order': False")) {
            throw new IllegalArgumentException(name + ": header " + header);
        }
        int width = type.group(1).equals("f8") ? 8 : 4;
        double[] elements = new double[(file.limit() - data) / width];
        for (int i = 0; i < elements.length; i++) {
            int at = data + i * width;
            if (width == 8) {
                elements[i] = file.getDouble(at);
            } else {
                elements[i] = type.group(1).equals("f4") ? file.getFloat(at) : file.getInt(at);
            }
        }
        return elements;
    }

    /** The same, rounded to float; exact for the float and int files. */
    static float[] npyFloats(String name) {
        return floats(npy(name));
    }

    /** The 1,797 handwritten digits: 64 grey levels from 0 to 1 and a class each. */
    static Dataset digits() {
        List<String> lines = new String(resource("/org/initium/io/digits.csv"), StandardCharsets.US_ASCII)
                .lines()
                .skip(1)
                .toList();
        float[] x = new float[lines.size() * 64];
        float[] y = new float[lines.size()];
        for (int i = 0; i < y.length; i++) {
            String[] cells = lines.get(i).split(",");
            for (int j = 0; j < 64; j++) {
                x[i * 64 + j] = Integer.parseInt(cells[j]) / 16f;
            }
            y[i] = Integer.parseInt(cells[64]);
        }
        return new Dataset(y.length, x, y);
    }

    static float[] floats(double... values) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) values[i];
        }
        return out;
    }

    /** {@code count} numbers, uniform on [-limit, limit). */
    static float[] random(long seed, int count, double limit) {
        float[] out = new float[count];
        Samplers.of(Key.of(seed)).uniform(-limit, limit, Slice.all(count), out, 0);
        return out;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
