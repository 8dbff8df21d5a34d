// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.initium.Shape;
import org.initium.Tensor;

/**
 * The safetensors format: named tensors in one file, as the Python and Rust libraries of that name write and read them.
 *
 * <p>Written are tensors of type F32, one after the other in the map's order. Read are files whose tensors are all of type
 * F32 or F64. The reader takes no liberties: the data must be filled without gap or overlap, every key must be known and
 * occur once, and a file with a tensor of another type is refused as a whole. The format is described at
 * github.com/huggingface/safetensors.
 */
public final class SafeTensors {
    private SafeTensors() {}

    /**
     * What a file holds, both in the file's order; not modifiable.
     *
     * @param tensors the tensors by name
     * @param metadata the strings under {@code __metadata__}; empty if there are none
     */
    public record Contents(Map<String, Tensor> tensors, Map<String, String> metadata) {}

    /**
     * Reads all tensors. Numbers of 64 bits are rounded to the nearest float, ties to even; those beyond the range of a
     * float become infinite.
     *
     * @throws FormatException if the file is not a safetensors file, is damaged, or has a tensor of another type or with
     *     more than 2^31-1 elements
     * @throws IOException if the file cannot be read
     */
    public static Contents read(Path file) throws IOException {
        try (BinaryReader in = BinaryReader.open(file)) {
            SafeTensorsHeader header = SafeTensorsHeader.read(in);
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (SafeTensorsHeader.Entry entry : header.tensors()) {
                tensors.put(entry.name(), null); // Fixes the order of the names, which need not be that of the data.
            }
            for (SafeTensorsHeader.Entry entry : header.inOrderOfData()) {
                float[] data = new float[entry.shape().intSize()];
                in.floats(data, 0, data.length, entry.width(), ByteOrder.LITTLE_ENDIAN);
                tensors.put(entry.name(), new Tensor(entry.shape(), data));
            }
            in.requireEnd();
            return new Contents(Collections.unmodifiableMap(tensors), header.metadata());
        }
    }

    /** As {@link #write(Path, Map, Map)}, without metadata. */
    public static void write(Path file, Map<String, Tensor> tensors) throws IOException {
        write(file, tensors, Map.of());
    }

    /**
     * Writes tensors in the map's order; the file appears, or changes, only when it is complete.
     *
     * @param tensors the tensors by name; the name {@code __metadata__} is reserved
     * @param metadata any strings, to be kept under {@code __metadata__}; may be empty
     * @throws IOException if the file cannot be written; see {@link AtomicFile#write}
     * @throws IllegalArgumentException if a name is reserved or is not Unicode text, a rank is above 64, or the names and
     *     metadata take more than the 100 MB that readers allow
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        byte[] header = SafeTensorsHeader.encode(shapes, metadata);
        long size = header.length;
        for (Shape shape : shapes.values()) {
            size = FloatWriter.fileSize(size, shape.size());
        }
        AtomicFile.write(file, size, out -> {
            out.write(header);
            for (Tensor tensor : tensors.values()) {
                FloatWriter.write(out, tensor.data().length, FloatWriter.of(tensor));
            }
        });
    }

    /**
     * Writes one tensor of any size in constant memory; the file appears, or changes, only when it is complete.
     *
     * @param source where the elements come from
     * @throws IOException if the file cannot be written, see {@link AtomicFile#write}, or the source fails
     * @throws IllegalArgumentException if the name is {@code __metadata__} or is not Unicode text, or the rank is above 64
     */
    public static void write(Path file, String name, Shape shape, FloatSource source) throws IOException {
        byte[] header = SafeTensorsHeader.encode(Map.of(name, shape), Map.of());
        AtomicFile.write(file, FloatWriter.fileSize(header.length, shape.size()), out -> {
            out.write(header);
            FloatWriter.write(out, shape.size(), source);
        });
    }
}
