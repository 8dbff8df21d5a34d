// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.initium.Shape;
import org.initium.Tensor;

/**
 * NumPy's .npy format: one array per file, as {@code numpy.save} writes and {@code numpy.load} reads it.
 *
 * <p>Written are 32-bit little-endian floats in row-major order, format version 1.0, byte for byte the file that NumPy 2
 * writes. Read are 32- and 64-bit floats of either byte order, in row-major or Fortran order, of format versions 1.0, 2.0
 * and 3.0, and by {@link #readDoubles} 32- and 64-bit signed integers too; anything else is refused. The format is defined by NEP 1 and the documentation of {@code numpy.lib.format}.
 */
public final class Npy {
    /** 64 KiB of the widest numbers, what {@link BinaryReader} gives at a time. */
    private static final int NUMBERS_PER_CHUNK = (1 << 16) / Long.BYTES;

    private Npy() {}

    /**
     * An array in double precision; its elements are not copied.
     *
     * @param shape the dimensions
     * @param data {@code shape.size()} elements in row-major order
     */
    public record Doubles(Shape shape, double[] data) {}

    /**
     * Reads an array. Numbers of 64 bits are rounded to the nearest float, ties to even; those beyond the range of a float
     * become infinite. An array in Fortran order is brought into row-major order.
     *
     * @throws FormatException if the file is not a .npy file, is damaged, has another element type, or has more than
     *     2^31-1 elements
     * @throws IOException if the file cannot be read
     */
    public static Tensor read(Path file) throws IOException {
        try (BinaryReader in = BinaryReader.open(file)) {
            NpyHeader header = NpyHeader.read(in, false);
            int size = size(in, header);
            float[] data = new float[size];
            if (header.fortranOrder()) {
                float[] chunk = new float[Math.min(size, FloatWriter.CHUNK)];
                Places places = new Places(header.shape());
                for (int count, first = 0; first < size; first += count) {
                    count = Math.min(chunk.length, size - first);
                    in.floats(chunk, 0, count, header.width(), header.order());
                    for (int i = 0; i < count; i++) {
                        data[places.next()] = chunk[i];
                    }
                }
            } else {
                in.floats(data, 0, size, header.width(), header.order());
            }
            in.requireEnd();
            return new Tensor(header.shape(), data);
        }
    }

    /**
     * Reads an array of floats or signed integers without rounding. An array in Fortran order is brought into row-major order.
     *
     * @throws FormatException as {@link #read}, or if an integer is not exact as a double, which all up to 2^53 are
     * @throws IOException if the file cannot be read
     */
    public static Doubles readDoubles(Path file) throws IOException {
        try (BinaryReader in = BinaryReader.open(file)) {
            NpyHeader header = NpyHeader.read(in, true);
            double[] data = new double[size(in, header)];
            Places places = header.fortranOrder() ? new Places(header.shape()) : null;
            for (int count, first = 0; first < data.length; first += count) {
                count = Math.min(NUMBERS_PER_CHUNK, data.length - first);
                ByteBuffer bytes = in.next(count * header.width(), "data").order(header.order());
                for (int i = first; i < first + count; i++) {
                    data[places == null ? i : places.next()] = number(in, header, bytes);
                }
            }
            in.requireEnd();
            return new Doubles(header.shape(), data);
        }
    }

    private static double number(BinaryReader in, NpyHeader header, ByteBuffer bytes) throws FormatException {
        if (!header.integers()) {
            return header.width() == Float.BYTES ? bytes.getFloat() : bytes.getDouble();
        }
        long offset = in.offset() - bytes.remaining();
        long value = header.width() == Integer.BYTES ? bytes.getInt() : bytes.getLong();
        if ((long) (double) value != value || value == Long.MAX_VALUE) { // The cast back saturates at MAX_VALUE.
            throw FormatException.atByte(in.file(), offset, "integer " + value, "one that a double holds exactly");
        }
        return value;
    }

    /**
     * Writes a tensor; the file appears, or changes, only when it is complete.
     *
     * @throws IOException if the file cannot be written; see {@link AtomicFile#write}
     * @throws IllegalArgumentException if the rank is above 64, the largest that NumPy reads
     */
    public static void write(Path file, Tensor tensor) throws IOException {
        write(file, tensor.shape(), FloatWriter.of(tensor));
    }

    /**
     * Writes a tensor of any size in constant memory; the file appears, or changes, only when it is complete.
     *
     * @param source where the elements come from
     * @throws IOException if the file cannot be written, see {@link AtomicFile#write}, or the source fails
     * @throws IllegalArgumentException if the rank is above 64, the largest that NumPy reads
     */
    public static void write(Path file, Shape shape, FloatSource source) throws IOException {
        byte[] header = NpyHeader.encode(shape);
        AtomicFile.write(file, FloatWriter.fileSize(header.length, shape.size()), out -> {
            out.write(header);
            FloatWriter.write(out, shape.size(), source);
        });
    }

    /** Checks that the elements fit an array and are there; returns their number. */
    private static int size(BinaryReader in, NpyHeader header) throws IOException {
        int size = header.shape().intSize();
        in.require((long) size * header.width(), "data of shape " + header.shape());
        return size;
    }

    /** Where in row-major order the elements of an array belong whose first index varies fastest, one after the other. */
    private static final class Places {
        private final int[] dimensions;
        private final int[] strides;
        private final int[] index;
        private int place;

        Places(Shape shape) {
            dimensions = shape.toArray();
            strides = new int[dimensions.length];
            index = new int[dimensions.length];
            for (int axis = dimensions.length - 1, stride = 1; axis >= 0; stride *= dimensions[axis--]) {
                strides[axis] = stride;
            }
        }

        int next() {
            int current = place;
            for (int axis = 0; axis < index.length; axis++) {
                place += strides[axis];
                if (++index[axis] < dimensions[axis]) {
                    break;
                }
                place -= strides[axis] * dimensions[axis];
                index[axis] = 0;
            }
            return current;
        }
    }
}
