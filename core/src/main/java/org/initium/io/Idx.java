// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.initium.Shape;
import org.initium.Tensor;

/**
 * IDX files of unsigned bytes, the format of MNIST and its successors, plain or compressed by gzip (told apart by content,
 * not by name). The format is described on the page of the MNIST database (LeCun, Cortes and Burges): two zero bytes, a
 * type code, the number of dimensions, the dimensions as big-endian 32-bit integers, the data in row-major order.
 */
public final class Idx {
    private static final int UNSIGNED_BYTE = 0x08;

    /** Elements to make room for before a compressed file has shown that it holds as many as it claims. */
    private static final int FIRST_CHUNK = 1 << 16;

    private Idx() {}

    /**
     * Reads an array of any rank from 1 to 64; its elements are 0 to 255.
     *
     * @throws FormatException if the file is not an IDX file of unsigned bytes, is damaged, or has more than 2^31-1 elements
     * @throws IOException if the file cannot be read
     */
    public static Tensor read(Path file) throws IOException {
        return read(file, 1, HeaderScanner.MAX_RANK);
    }

    /**
     * Reads images, a tensor of shape (images, rows, columns) whose elements are grey levels from 0 to 255.
     *
     * @throws FormatException as {@link #read}, and if the rank is not 3
     * @throws IOException if the file cannot be read
     */
    public static Tensor readImages(Path file) throws IOException {
        return read(file, 3, 3);
    }

    /**
     * Reads labels from 0 to 255.
     *
     * @throws FormatException as {@link #read}, and if the rank is not 1
     * @throws IOException if the file cannot be read
     */
    public static int[] readLabels(Path file) throws IOException {
        float[] data = read(file, 1, 1).data();
        int[] labels = new int[data.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) data[i];
        }
        return labels;
    }

    /**
     * Reads the two files {@code PART-images-idx3-ubyte} and {@code PART-labels-idx1-ubyte} of a folder. Each may end in
     * {@code .gz} and may spell the type {@code .idx3-ubyte}.
     *
     * @param part what the names begin with: {@code "train"} or {@code "t10k"} for MNIST
     * @throws FormatException if a file is damaged or there are not as many labels as images
     * @throws IOException if a file is missing or cannot be read
     */
    public static LabelledImages readDataset(Path folder, String part) throws IOException {
        Path imagesFile = find(folder, part + "-images", "idx3-ubyte");
        Path labelsFile = find(folder, part + "-labels", "idx1-ubyte");
        int[] labels = readLabels(labelsFile);
        Tensor images = readImages(imagesFile);
        int count = images.shape().dim(0);
        if (labels.length != count) {
            throw FormatException.atByte(
                    labelsFile, 4, labels.length + " labels", count + ", the number of images in " + imagesFile);
        }
        return new LabelledImages(images, labels);
    }

    private static Path find(Path folder, String name, String type) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": " + (Files.exists(folder) ? "is not a folder" : "no such folder"));
        }
        for (String spelling : new String[] {name + "-" + type, name + "." + type}) {
            for (String file : new String[] {spelling, spelling + ".gz"}) {
                if (Files.exists(folder.resolve(file))) {
                    return folder.resolve(file);
                }
            }
        }
        throw new IOException(folder + ": holds no " + name + "-" + type + ", plain or with .gz at the end");
    }

    private static Tensor read(Path file, int lowestRank, int highestRank) throws IOException {
        try (BinaryReader in = BinaryReader.openPlainOrGzip(file)) {
            Shape shape = readHeader(in, lowestRank, highestRank);
            int size = shape.intSize();
            in.require(size, "data of shape " + shape);
            float[] data = new float[in.knowsLength() ? size : Math.min(size, FIRST_CHUNK)];
            in.unsignedBytes(data, 0, data.length);
            while (data.length < size) {
                int filled = data.length;
                data = Arrays.copyOf(data, (int) Math.min(size, 2L * filled));
                in.unsignedBytes(data, filled, data.length - filled);
            }
            in.requireEnd();
            return new Tensor(shape, data);
        }
    }

    private static Shape readHeader(BinaryReader in, int lowestRank, int highestRank) throws IOException {
        ByteBuffer magic = in.next(4, "magic number");
        int zeros = magic.getShort();
        int type = Byte.toUnsignedInt(magic.get());
        int rank = Byte.toUnsignedInt(magic.get());
        if (zeros != 0) {
            throw FormatException.atByte(in.file(), 0, String.format("0x%04x", zeros & 0xffff), "two zero bytes");
        }
        if (type != UNSIGNED_BYTE) {
            throw FormatException.atByte(
                    in.file(), 2, String.format("type code 0x%02x (%s)", type, typeName(type)), "0x08 (unsigned byte)");
        }
        if (rank < lowestRank || rank > highestRank) {
            String expected = lowestRank == highestRank ? "" + lowestRank : lowestRank + " to " + highestRank;
            throw FormatException.atByte(in.file(), 3, rank + " dimensions", expected);
        }
        int[] dimensions = new int[rank];
        for (int i = 0; i < rank; i++) {
            dimensions[i] = in.next(Integer.BYTES, "dimensions").getInt();
            if (dimensions[i] < 0) {
                throw FormatException.atByte(
                        in.file(),
                        in.offset() - Integer.BYTES,
                        "a dimension of " + Integer.toUnsignedLong(dimensions[i]),
                        "at most " + Integer.MAX_VALUE);
            }
        }
        return BinaryReader.shape(in.file(), 4, dimensions);
    }

    private static String typeName(int type) {
        return switch (type) {
            case 0x09 -> "signed byte";
            case 0x0B -> "16-bit integer";
            case 0x0C -> "32-bit integer";
            case 0x0D -> "32-bit float";
            case 0x0E -> "64-bit float";
            default -> "unknown";
        };
    }
}
