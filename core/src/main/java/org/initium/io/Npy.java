// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.IOException;
import java.nio.file.Path;
import org.initium.Shape;
import org.initium.Tensor;

/**
 * NumPy's .npy format: one array per file, as {@code numpy.save} writes and {@code numpy.load} reads it.
 *
 * <p>Written are 32-bit little-endian floats in row-major order, format version 1.0, byte for byte the file that NumPy 2
 * writes. Read are 32- and 64-bit floats of either byte order, in row-major or Fortran order, of format versions 1.0, 2.0
 * and 3.0; anything else is refused. The format is defined by NEP 1 and the documentation of {@code numpy.lib.format}.
 */
public final class Npy {
    private Npy() {}

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
            NpyHeader header = NpyHeader.read(in);
            int size = header.shape().intSize();
            in.require((long) size * header.width(), "data of shape " + header.shape());
            float[] data = new float[size];
            if (header.fortranOrder()) {
                readFortranOrder(in, header, data);
            } else {
                in.floats(data, 0, size, header.width(), header.order());
            }
            in.requireEnd();
            return new Tensor(header.shape(), data);
        }
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

    /** Reads elements whose first index varies fastest to their places in row-major order. */
    private static void readFortranOrder(BinaryReader in, NpyHeader header, float[] data) throws IOException {
        int[] dimensions = header.shape().toArray();
        int[] strides = new int[dimensions.length];
        for (int axis = dimensions.length - 1, stride = 1; axis >= 0; stride *= dimensions[axis--]) {
            strides[axis] = stride;
        }
        int[] index = new int[dimensions.length];
        float[] chunk = new float[Math.min(data.length, FloatWriter.CHUNK)];
        int place = 0;
        for (long first = 0; first < data.length; first += chunk.length) {
            int count = (int) Math.min(chunk.length, data.length - first);
            in.floats(chunk, 0, count, header.width(), header.order());
            for (int i = 0; i < count; i++) {
                data[place] = chunk[i];
                for (int axis = 0; axis < index.length; axis++) {
                    place += strides[axis];
                    if (++index[axis] < dimensions[axis]) {
                        break;
                    }
                    place -= strides[axis] * dimensions[axis];
                    index[axis] = 0;
                }
            }
        }
    }
}
