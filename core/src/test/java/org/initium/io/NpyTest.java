// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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

/** The .npy files among the resources were written by NumPy 2.4.6; expected values were read from them with NumPy. */
class NpyTest {
    private static final int DATA_START = 128;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("w.npy");
    }

    /** CRCs: {@code zlib.crc32(np.ascontiguousarray(np.load(file)).astype('<f4').tobytes())}. */
    @ParameterizedTest
    @CsvSource({
        "c_f32.npy, '5,7', 0cbd0858",
        "fortran_f32.npy, '5,7', 0cbd0858",
        "big_endian_f32.npy, '5,7', 0cbd0858",
        "version2_f32.npy, '5,7', 0cbd0858",
        "version3_f32.npy, '5,7', 0cbd0858",
        "c_f64.npy, '2,3,4', 74cc8efc",
        "fortran_f64.npy, '2,3,4', 74cc8efc",
        "big_endian_f64.npy, '2,3,4', 74cc8efc",
    })
    void readsWhatNumPyWrote(String name, String shape, String crc) throws IOException {
        Tensor tensor = Npy.read(TestFiles.resource(name));
        assertThat(tensor.shape()).isEqualTo(Shape.parse(shape));
        assertThat(TestFiles.crc32(tensor.data())).isEqualTo(Long.parseLong(crc, 16));
    }

    @Test
    void readsScalarsAndEmptyArrays() throws IOException {
        Tensor scalar = Npy.read(TestFiles.resource("scalar_f32.npy"));
        assertThat(scalar.shape()).isEqualTo(Shape.of());
        assertThat(scalar.data()).containsExactly(2.5f);
        Tensor empty = Npy.read(TestFiles.resource("empty_f32.npy"));
        assertThat(empty.shape()).isEqualTo(Shape.of(0, 3));
        assertThat(empty.data()).isEmpty();
    }

    /** The header of aligned_f32.npy needs no padding, so NumPy adds 64 bytes of it. */
    @ParameterizedTest
    @ValueSource(strings = {"c_f32.npy", "scalar_f32.npy", "empty_f32.npy", "aligned_f32.npy"})
    void writesTheBytesThatNumPyWrites(String name) throws IOException {
        Npy.write(file, Npy.read(TestFiles.resource(name)));
        assertThat(file).hasSameBinaryContentAs(TestFiles.resource(name));
    }

    @Test
    void keepsEveryBit() throws IOException {
        int[] bits = {0x80000000, 0x7fc12345, 0x7f800001, 0xff800000, 0x00000001};
        float[] values = new float[bits.length];
        for (int i = 0; i < bits.length; i++) {
            values[i] = Float.intBitsToFloat(bits[i]);
        }
        Npy.write(file, new Tensor(Shape.of(bits.length), values));
        float[] read = Npy.read(file).data();
        for (int i = 0; i < bits.length; i++) {
            assertThat(Float.floatToRawIntBits(read[i])).isEqualTo(bits[i]);
        }
    }

    @Test
    void roundsDoublesToTheNearestFloat() throws IOException {
        // 1 + 2^-24 is a tie and goes to the even 1; one ulp more goes up. 1e300 is beyond the floats.
        double tie = 1 + 0x1p-24;
        double[] doubles = {tie, Math.nextUp(tie), 1e300, -1e-300};
        ByteBuffer data = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        for (double d : doubles) {
            data.putDouble(d);
        }
        writeRaw(1, 0, "{'descr': '<f8', 'fortran_order': False, 'shape': (4,), }\n", data.array());
        assertThat(Npy.read(file).data()).containsExactly(1, 1 + 0x1p-23f, Float.POSITIVE_INFINITY, -0f);
    }

    /** More than one chunk of the reader and the writer, with a remainder. */
    @Test
    void writesAndReadsInChunks() throws IOException {
        Shape shape = Shape.of(3, 700_001);
        Npy.write(file, shape, (slice, out) -> {
            for (int i = 0; i < slice.count(); i++) {
                out[i] = slice.first() + i;
            }
        });
        float[] data = Npy.read(file).data();
        assertThat(data).hasSize(2_100_003);
        for (int i = 0; i < data.length; i++) {
            assertThat(data[i]).isEqualTo(i); // Exact: below 2^24.
        }
    }

    /** Element (i, j) of the Fortran-order file stands at i + 1500 j; it is longer than one chunk. */
    @Test
    void transposesAcrossChunks() throws IOException {
        int rows = 1500;
        int columns = 1001;
        Npy.write(file, Shape.of(columns, rows), (slice, out) -> {
            for (int i = 0; i < slice.count(); i++) {
                out[i] = slice.first() + i;
            }
        });
        byte[] bytes = Files.readAllBytes(file);
        String header = "{'descr': '<f4', 'fortran_order': True, 'shape': (1500, 1001), }\n";
        writeRaw(1, 0, header, Arrays.copyOfRange(bytes, DATA_START, bytes.length));
        float[] data = Npy.read(file).data();
        for (int k = 0; k < data.length; k++) {
            int i = k / columns;
            int j = k % columns;
            assertThat(data[k]).isEqualTo(i + rows * j); // Exact: below 2^24.
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }\n",
                "{'descr':'<f4','fortran_order':False,'shape':(2,)}\n",
                "{\"shape\": (2 , ), \"fortran_order\": True,\t\"descr\": \"<f4\"}       \n",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2,), }\n",
            })
    void acceptsEverySpellingOfTheDictionary(String header) throws IOException {
        writeRaw(1, 0, header, new byte[8]);
        assertThat(Npy.read(file).data()).containsExactly(0, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'<i4', 'fortran_order': False, 'shape': (2,), }|20|dtype '<i4', expected '<f4', '>f4', '<f8' or '>f8'",
                "'<f4' 'fortran_order': False, 'shape': (2,), }|26|''fortran_order':', expected ',' or '}'",
                "[('a', '<f4')], 'fortran_order': False, 'shape': (2,), }|20|a structured dtype, expected",
                "'<f4', 'fortran_order': 1, 'shape': (2,), }|44|'1, 'shape': (2,)', expected True or False",
                "'<f4', 'fortran_order': False, 'shape': (2), }|62|'), }', expected ',' after the only dimension",
                "'<f4', 'fortran_order': False, 'shape': (-2,), }|61|'-2,), }', expected a whole number",
                "'<f4', 'fortran_order': False, 'shape': (02,), }|61|'02,), }', expected a whole number from 0",
                "'<f4', 'fortran_order': False, 'shape': (3000000000,), }|61|a dimension of 3000000000, expected at most",
                "'<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }|61|'9999999999999999', expected a whole",
                "'<f4', 'fortran_order': False, 'shape': (70000, 70000), }|60|shape (70000, 70000) of 4900000000, expected",
                "'<f4', 'fortran_order': False, 'shape': [2], }|60|'[2], }', expected '('",
                "'<f4', 'fortran_order': False, 'fortran_order': False, }|51|key 'fortran_order', expected each of",
                "'<f4', 'fortran_order': False, 'shape': (2,), 'x': 1, }|66|key 'x', expected each of",
                "'<f4', 'fortran_order': False, }|53|the end of the header, expected the keys",
                "'<f4', 'fortran_order': False, 'shape': (2,), } x|68|'x', expected nothing but spaces",
                "'<f4', 'fortran_order': False, 'shape': (2,|64|the end of the header, expected",
                "'<f4|24|an unescaped control character in a string",
            })
    void refusesAnyOtherDictionary(String rest, long offset, String message) throws IOException {
        writeRaw(1, 0, "{'descr': " + rest + "\n", new byte[8]);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(file + " at byte " + offset + ": found ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesAShapeWhoseSizeOverflowsALong() throws IOException {
        String shape = "(" + "2000000000, ".repeat(9) + ")";
        writeRaw(1, 0, "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + "}\n", new byte[8]);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("more than 2^63-1 elements, expected at most 2147483647 elements");
    }

    @Test
    void refusesMoreThan64Dimensions() throws IOException {
        String shape = "(" + "1, ".repeat(65) + ")";
        writeRaw(1, 0, "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + "}\n", new byte[4]);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("expected at most 64 dimensions");
        int[] ones = new int[65];
        Arrays.fill(ones, 1);
        Tensor tensor = new Tensor(Shape.of(ones), new float[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Npy.write(folder.resolve("new.npy"), tensor))
                .withMessageContaining("shape has rank 65, expected at most 64");
        assertThat(folder.resolve("new.npy")).doesNotExist();
    }

    /** The array would take 8 GB; the file is compared with the claim before anything of that size is allocated. */
    @Test
    void checksTheClaimedSizeBeforeAllocating() throws IOException {
        writeRaw(1, 0, "{'descr': '<f4', 'fortran_order': False, 'shape': (2000000000,), }\n", new byte[8]);
        long before = TestFiles.allocatedBytes();
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageEndingWith(
                        ": found only 8 more bytes, expected 8000000000 bytes of data of shape (2000000000,)"
                                + " (the file is truncated)");
        assertThat(TestFiles.allocatedBytes() - before).isLessThan(1 << 24);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 'version 0.0, expected version 1.0, 2.0 or 3.0'",
        "1, 1, 'version 1.1, expected'",
        "4, 0, 'version 4.0, expected'",
        "255, 0, 'version 255.0, expected'",
    })
    void refusesOtherVersions(int major, int minor, String message) throws IOException {
        writeRaw(major, minor, "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }\n", new byte[8]);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(file + " at byte 6: found " + message);
    }

    @Test
    void refusesAHeaderLongerThanTheFileOrTheLimit() throws IOException {
        byte[] bytes = Files.readAllBytes(TestFiles.resource("version2_f32.npy"));
        bytes[10] = 0;
        bytes[9] = 2;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessage(file + " at byte 12: found only 256 more bytes, expected "
                        + ((2 << 8) + Byte.toUnsignedInt(bytes[8])) + " bytes of header (the file is truncated)");
        bytes[11] = (byte) 0xff;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(file + " at byte 8: found a header of 42781")
                .hasMessageEndingWith(" bytes, expected at most 65535");
    }

    @Test
    void refusesAHeaderWithoutALineFeed() throws IOException {
        writeRaw(1, 0, "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", new byte[8]);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("found a header without a line feed at its end");
    }

    @Test
    void refusesTrailingBytesAndOtherFiles() throws IOException {
        byte[] bytes = Files.readAllBytes(TestFiles.resource("scalar_f32.npy"));
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 3));
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessage(file + " at byte 132: found trailing bytes: 3, expected the end of the file");
        Files.writeString(file, "\u0093NUMPX plus something", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessage(file + " at byte 5: found byte 0x58, expected 0x59 of the magic string \\x93NUMPY");
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> Npy.read(file)).isInstanceOf(FormatException.class);
    }

    @Test
    void namesAFileThatCannotBeRead() {
        assertThatThrownBy(() -> Npy.read(file)).isInstanceOf(IOException.class).hasMessage(file + ": no such file");
        assertThatThrownBy(() -> Npy.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": is a folder, expected a file");
        assertThatThrownBy(() -> Npy.read(Path.of("/dev/null")))
                .isInstanceOf(IOException.class)
                .hasMessage("/dev/null: is a pipe or a device, expected a regular file");
    }

    @Test
    void leavesTheOldFileWhenTheSourceFails() throws IOException {
        Files.writeString(file, "old");
        assertThatThrownBy(() -> Npy.write(file, Shape.of(3), (slice, out) -> {
                    throw new IOException("no more");
                }))
                .hasMessage("no more");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("w.npy");
    }

    private void writeRaw(int major, int minor, String header, byte[] data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.allocate(10 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) major)
                .put((byte) minor);
        Files.write(
                file, bytes.putShort((short) text.length).put(text).put(data).array());
    }
}
