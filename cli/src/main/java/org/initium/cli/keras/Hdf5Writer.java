// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.initium.Tensor;
import org.initium.io.AtomicFile;

/**
 * Writes the little of HDF5 that Keras's weights need: groups, one text per group, and float datasets in one piece, in the
 * format of HDF5 1.8 and later ("HDF5 File Format Specification Version 3.0", The HDF Group; sections in brackets below).
 * The same tree gives the same bytes on every machine.
 *
 * <p>jHDF writes too, but not this: in version 0.13.0, whose writer calls itself alpha, a group without members that comes
 * last is overwritten by a trailer, and the trailer names the operating system and the processor.
 */
final class Hdf5Writer {
    /** Superblock version 2 [II.A]: 8 of signature, 4 of version and sizes, 4 addresses, a checksum. */
    private static final int SUPERBLOCK_BYTES = 8 + 4 + 4 * 8 + 4;

    /** Where a heap's first object begins [III.E]; also what stands before each object. */
    private static final int HEAP_PREFIX = 16;

    /** The least size of a heap. */
    private static final int SMALLEST_HEAP = 4096;

    /** A heap numbers its objects with 16 bits. */
    private static final int MOST_TEXTS = 0xffff;

    private static final int ALIGNMENT = 8;
    private static final int CHUNK = 1 << 14;

    /** Parents before children. */
    private final List<Hdf5Group> groups = new ArrayList<>();

    /** In the order of their groups. */
    private final List<Tensor> datasets = new ArrayList<>();

    /** The texts of attributes; their numbers in the heap begin at 1. */
    private final List<byte[]> texts = new ArrayList<>();

    private final Map<Hdf5Group, Integer> textNumbers = new IdentityHashMap<>();

    /** Where the headers of groups and datasets are. */
    private final Map<Object, Long> headers = new IdentityHashMap<>();

    /** Where the elements of datasets are: behind all headers. */
    private final Map<Tensor, Long> data = new IdentityHashMap<>();

    private final long end;

    private Hdf5Writer(Hdf5Group root) {
        place(root);
        long address = SUPERBLOCK_BYTES + heapBytes();
        for (Hdf5Group group : groups) {
            headers.put(group, address);
            address += align(header(group).length);
        }
        for (Tensor dataset : datasets) {
            headers.put(dataset, address);
            address += align(header(dataset).length);
        }
        for (Tensor dataset : datasets) {
            data.put(dataset, address);
            address += align((long) dataset.data().length * Float.BYTES);
        }
        end = address;
    }

    /**
     * Writes a file; it appears, or changes, only when it is complete.
     *
     * @throws IOException if it cannot be written; see {@link AtomicFile#write}
     */
    static void write(Path file, Hdf5Group root) throws IOException {
        Hdf5Writer writer = new Hdf5Writer(root);
        AtomicFile.write(file, writer.end, writer::writeTo);
    }

    private void place(Hdf5Group group) {
        groups.add(group);
        group.attribute().ifPresent(attribute -> {
            texts.add(attribute.value().getBytes(StandardCharsets.UTF_8));
            textNumbers.put(group, texts.size());
        });
        datasets.addAll(group.datasets().values());
        group.groups().values().forEach(this::place);
        if (texts.size() > MOST_TEXTS) {
            throw new IllegalArgumentException("more than " + MOST_TEXTS + " layers, which one heap of names holds");
        }
    }

    private void writeTo(OutputStream out) throws IOException {
        out.write(superblock());
        out.write(heap());
        for (Hdf5Group group : groups) {
            writeAligned(out, header(group));
        }
        for (Tensor dataset : datasets) {
            writeAligned(out, header(dataset));
        }
        byte[] bytes = new byte[CHUNK * Float.BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (Tensor dataset : datasets) {
            float[] values = dataset.data();
            for (int count, first = 0; first < values.length; first += count) {
                count = Math.min(CHUNK, values.length - first);
                buffer.asFloatBuffer().put(values, first, count);
                out.write(bytes, 0, count * Float.BYTES);
            }
            out.write(new byte[values.length % 2 * Float.BYTES]); // Up to the next multiple of 8.
        }
    }

    private byte[] superblock() {
        Hdf5Header block = new Hdf5Header();
        block.bytes(0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n');
        block.bytes(2, Long.BYTES, Long.BYTES, 0); // version, bytes of an address and of a length, no flags
        block.number(8, 0).number(8, Hdf5Header.UNDEFINED); // where the file begins; no extension
        block.number(8, end).number(8, SUPERBLOCK_BYTES + heapBytes()); // the root is the first group
        return block.withChecksum();
    }

    private long heapBytes() {
        long bytes = HEAP_PREFIX;
        for (byte[] text : texts) {
            bytes += HEAP_PREFIX + align(text.length);
        }
        // Room for the object that stands for the free space.
        return Math.max(SMALLEST_HEAP, bytes + HEAP_PREFIX);
    }

    /** A global heap [III.E], where texts of any length are kept. */
    private byte[] heap() {
        Hdf5Header heap = new Hdf5Header();
        heap.bytes('G', 'C', 'O', 'L', 1, 0, 0, 0).number(8, heapBytes());
        for (int i = 0; i < texts.size(); i++) {
            heap.number(2, i + 1)
                    .number(2, 0)
                    .number(4, 0)
                    .number(8, texts.get(i).length); // number, references, 0, size
            heap.bytes(texts.get(i)).zeros((int) (align(texts.get(i).length) - texts.get(i).length));
        }
        int free = (int) heapBytes() - heap.size();
        heap.number(8, 0).number(8, free).zeros(free - HEAP_PREFIX);
        return heap.toArray();
    }

    /** A header has the same length whatever the addresses in it, which are 0 until they are known. */
    private byte[] header(Hdf5Group group) {
        Hdf5Header header = Hdf5Header.ofGroup();
        group.attribute().ifPresent(attribute -> {
            int number = textNumbers.get(group);
            header.attribute(attribute.name(), texts.get(number - 1).length, SUPERBLOCK_BYTES, number);
        });
        group.datasets().forEach((name, dataset) -> header.link(name, headers.getOrDefault(dataset, 0L)));
        group.groups().forEach((name, child) -> header.link(name, headers.getOrDefault(child, 0L)));
        return header.object();
    }

    private byte[] header(Tensor dataset) {
        return Hdf5Header.ofFloats(dataset.shape(), data.getOrDefault(dataset, 0L))
                .object();
    }

    private static void writeAligned(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.write(new byte[(int) (align(bytes.length) - bytes.length)]);
    }

    private static long align(long address) {
        return Math.ceilDiv(address, ALIGNMENT) * ALIGNMENT;
    }
}
