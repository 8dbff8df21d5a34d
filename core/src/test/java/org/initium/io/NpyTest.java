// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
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

    /** The float64 files hold the same numbers; the CRC is of {@code np.load('c_f64.npy').tobytes()}. */
    @ParameterizedTest
    @ValueSource(strings = {"c_f64.npy", "fortran_f64.npy", "big_endian_f64.npy"})
    void readsDoublesWithoutRounding(String name) throws IOException {
        Npy.Doubles array = Npy.readDoubles(TestFiles.resource(name));
        assertThat(array.shape()).isEqualTo(Shape.of(2, 3, 4));
        ByteBuffer bytes = ByteBuffer.allocate(24 * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(array.data());
        CRC32 crc = new CRC32();
        crc.update(bytes);
        assertThat(crc.getValue()).isEqualTo(0xeff05cf8L);
    }

    /** {@code np.load('int32.npy').tolist()}. */
    @Test
    void readsIntegersAsDoublesOnly() throws IOException {
        Path integers = TestFiles.resource("int32.npy");
        Npy.Doubles array = Npy.readDoubles(integers);
        assertThat(array.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(array.data()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThatThrownBy(() -> Npy.read(integers))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("found dtype '<i4', expected '<f4', '>f4', '<f8' or '>f8'");
    }

    @ParameterizedTest
    @CsvSource({
        "<i8, 9007199254740992, 9007199254740992",
        ">i8, -9223372036854775808, -9223372036854775808",
        ">i8, -3, -3",
        "<i8, 9007199254740993, ",
        "<i8, 9223372036854775807, ",
    })
    void takesIntegersThatADoubleHolds(String type, long value, Double expected) throws IOException {
        ByteOrder order = type.startsWith("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        byte[] data =
                ByteBuffer.allocate(16).order(order).putLong(1).putLong(value).array();
        TestFiles.writeNpy(file, 1, 0, "{'descr': '" + type + "', 'fortran_order': False, 'shape': (2,), }\n", data);
        if (expected != null) {
            assertThat(Npy.readDoubles(file).data()).containsExactly(1, expected);
        } else {
            assertThatThrownBy(() -> Npy.readDoubles(file))
                    .isInstanceOf(FormatException.class)
                    .hasMessage(file + " at byte " + (Files.size(file) - 8) + ": found integer " + value
                            + ", expected one that a double holds exactly");
        }
    }

    /** More than one chunk of the reader, in Fortran order: element (i, j) stands at i + 100 j. */
    @Test
    void readsDoublesInChunks() throws IOException {
        String header = "{'descr': '>f4', 'fortran_order': True, 'shape': (100, 201), }\n";
        ByteBuffer data = ByteBuffer.allocate(20_100 * Float.BYTES);
        for (int k = 0; k < 20_100; k++) {
            data.putFloat(k);
        }
        TestFiles.writeNpy(file, 1, 0, header, data.array());
        double[] read = Npy.readDoubles(file).data();
        for (int k = 0; k < read.length; k++) {
            assertThat(read[k]).isEqualTo(k / 201 + 100 * (k % 201));
        }
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
        TestFiles.writeNpy(file, 1, 0, "{'descr': '<f8', 'fortran_order': False, 'shape': (4,), }\n", data.array());
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
        TestFiles.writeNpy(file, 1, 0, header, Arrays.copyOfRange(bytes, DATA_START, bytes.length));
        float[] data = Npy.read(file).data();
        for (int k = 0; k < data.length; k++) {
            int i = k / columns;
            int j = k % columns;
            assertThat(data[k]).isEqualTo(i + rows * j); // Exact: below 2^24.
        }
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
}
