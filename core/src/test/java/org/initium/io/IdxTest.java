// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.initium.Shape;
import org.initium.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("images");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsImagesAsGreyLevels(boolean compressed) throws IOException {
        byte[] bytes = idx(8, new int[] {2, 1, 3}, 0, 1, 127, 128, 254, 255);
        Files.write(file, compressed ? TestFiles.gzip(bytes) : bytes);
        Tensor images = Idx.readImages(file);
        assertThat(images.shape()).isEqualTo(Shape.of(2, 1, 3));
        assertThat(images.data()).containsExactly(0, 1, 127, 128, 254, 255);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsLabels(boolean compressed) throws IOException {
        byte[] bytes = idx(8, new int[] {3}, 9, 0, 255);
        Files.write(file, compressed ? TestFiles.gzip(bytes) : bytes);
        assertThat(Idx.readLabels(file)).containsExactly(9, 0, 255);
    }

    @Test
    void readsAnyRankAndNoElements() throws IOException {
        Files.write(file, idx(8, new int[] {1, 2, 1, 2}, 1, 2, 3, 4));
        assertThat(Idx.read(file).shape()).isEqualTo(Shape.of(1, 2, 1, 2));
        Files.write(file, idx(8, new int[] {0, 28, 28}));
        assertThat(Idx.readImages(file).data()).isEmpty();
        Files.write(file, TestFiles.gzip(idx(8, new int[] {0, 28, 28})));
        assertThat(Idx.readImages(file).data()).isEmpty();
    }

    /** More than the first chunk of a compressed file, and twice more than what a doubling makes room for. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAcrossChunks(boolean compressed) throws IOException {
        int count = 5_000_011;
        byte[] bytes = Arrays.copyOf(idx(8, new int[] {count}), 8 + count);
        for (int i = 0; i < count; i++) {
            bytes[8 + i] = (byte) (i % 251);
        }
        Files.write(file, compressed ? TestFiles.gzip(bytes) : bytes);
        float[] data = Idx.read(file).data();
        assertThat(data).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(data[i]).isEqualTo(i % 251);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x09, 'type code 0x09 (signed byte)'",
        "0x0b, 'type code 0x0b (16-bit integer)'",
        "0x0c, 'type code 0x0c (32-bit integer)'",
        "0x0d, 'type code 0x0d (32-bit float)'",
        "0x0e, 'type code 0x0e (64-bit float)'",
        "0x0a, 'type code 0x0a (unknown)'",
    })
    void refusesOtherTypes(int type, String found) throws IOException {
        Files.write(file, idx(type, new int[] {1}, 1));
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessage(file + " at byte 2: found " + found + ", expected 0x08 (unsigned byte)");
    }

    @Test
    void refusesAnotherRankAndAnotherMagic() throws IOException {
        Files.write(file, idx(8, new int[] {1}, 1));
        assertThatThrownBy(() -> Idx.readImages(file))
                .isInstanceOf(FormatException.class)
                .hasMessage(file + " at byte 3: found 1 dimensions, expected 3");
        Files.write(file, idx(8, new int[] {1, 1, 1}, 1));
        assertThatThrownBy(() -> Idx.readLabels(file))
                .isInstanceOf(FormatException.class)
                .hasMessage(file + " at byte 3: found 3 dimensions, expected 1");
        Files.write(file, new byte[] {0, 0, 8, 0, 1});
        assertThatThrownBy(() -> Idx.read(file)).hasMessageEndingWith("found 0 dimensions, expected 1 to 64");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessage(file + " at byte 0: found 0x8950, expected two zero bytes");
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> Idx.read(file)).isInstanceOf(FormatException.class);
    }

    /** Claims of 8 GB, of 2^32 bytes and more than 2^63: refused before anything of that size is allocated. */
    @ParameterizedTest
    @CsvSource({
        "false, '2000000000', 'at byte 8: found only 3 more bytes, expected 2000000000 bytes of data'",
        "true, '2000000000', 'at byte 1048584: found only 0 more bytes'",
        "false, '65536,65536', 'at byte 4: found shape (65536, 65536) of 4294967296, expected at most 2147483647'",
        "true, '65536,65536', 'at byte 4: found shape (65536, 65536) of 4294967296, expected at most 2147483647'",
        "false, '2147483647,2147483647,2147483647', 'has more than 2^63-1 elements, expected at most'",
        "false, '-1,1', 'at byte 4: found a dimension of 4294967295, expected at most 2147483647'",
        "false, '1,-2147483648', 'at byte 8: found a dimension of 2147483648, expected at most 2147483647'",
    })
    void checksTheClaimedSizeBeforeAllocating(boolean compressed, String dimensions, String message)
            throws IOException {
        int[] claimed =
                Arrays.stream(dimensions.split(",")).mapToInt(Integer::parseInt).toArray();
        byte[] bytes = idx(8, claimed, 1, 2, 3);
        // A compressed file is believed as far as 2^20 elements before it must show more.
        Files.write(file, compressed ? TestFiles.gzip(Arrays.copyOf(bytes, 8 + (1 << 20))) : bytes);
        long before = TestFiles.allocatedBytes();
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
        assertThat(TestFiles.allocatedBytes() - before).isLessThan(1 << 24);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesTrailingAndMissingBytes(boolean compressed) throws IOException {
        byte[] longer = idx(8, new int[] {2}, 1, 2, 3);
        Files.write(file, compressed ? TestFiles.gzip(longer) : longer);
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(file + " at byte 10: found trailing bytes")
                .hasMessageEndingWith("expected the end of the file");
        byte[] shorter = idx(8, new int[] {4}, 1, 2, 3);
        Files.write(file, compressed ? TestFiles.gzip(shorter) : shorter);
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(file + " at byte 8: found only 3 more bytes, expected 4 bytes of data");
    }

    @Test
    void refusesDamagedCompression() throws IOException {
        byte[] whole = TestFiles.gzip(idx(8, new int[] {4}, 1, 2, 3, 4));
        byte[] wrongSum = whole.clone();
        wrongSum[whole.length - 8] ^= 1; // The CRC-32 stands before the length, 4 bytes each.
        Files.write(file, wrongSum);
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("damaged compressed data");
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("the end of the compressed data");
        Files.write(file, Arrays.copyOf(whole, 5));
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("a damaged gzip header");
    }

    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte, train-labels-idx1-ubyte",
        "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz",
        "train-images.idx3-ubyte, train-labels.idx1-ubyte",
        "train-images.idx3-ubyte.gz, train-labels-idx1-ubyte",
    })
    void findsTheFilesOfADataSet(String imagesName, String labelsName) throws IOException {
        byte[] images = idx(8, new int[] {2, 1, 1}, 10, 20);
        byte[] labels = idx(8, new int[] {2}, 7, 8);
        Files.write(folder.resolve(imagesName), imagesName.endsWith(".gz") ? TestFiles.gzip(images) : images);
        Files.write(folder.resolve(labelsName), labelsName.endsWith(".gz") ? TestFiles.gzip(labels) : labels);
        LabelledImages set = Idx.readDataset(folder, "train");
        assertThat(set.images().data()).containsExactly(10, 20);
        assertThat(set.labels()).containsExactly(7, 8);
        assertThatThrownBy(() -> Idx.readDataset(folder, "t10k"))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": holds no t10k-images-idx3-ubyte, plain or with .gz at the end");
    }

    @Test
    void refusesADataSetOfUnequalParts() throws IOException {
        Path labels = folder.resolve("t10k-labels-idx1-ubyte");
        Path images = folder.resolve("t10k-images-idx3-ubyte");
        Files.write(images, idx(8, new int[] {2, 1, 1}, 10, 20));
        Files.write(labels, idx(8, new int[] {3}, 7, 8, 9));
        assertThatThrownBy(() -> Idx.readDataset(folder, "t10k"))
                .isInstanceOf(FormatException.class)
                .hasMessage(labels + " at byte 4: found 3 labels, expected 2, the number of images in " + images);
        assertThatThrownBy(() -> Idx.readDataset(images, "t10k")).hasMessage(images + ": is not a folder");
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> Idx.readDataset(missing, "t10k")).hasMessage(missing + ": no such folder");
    }

    private static byte[] idx(int type, int[] dimensions, int... data) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + data.length);
        bytes.putShort((short) 0).put((byte) type).put((byte) dimensions.length);
        for (int d : dimensions) {
            bytes.putInt(d);
        }
        for (int d : data) {
            bytes.put((byte) d);
        }
        return bytes.array();
    }
}
