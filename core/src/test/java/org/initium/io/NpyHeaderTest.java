// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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

/** What the header of a .npy file may say, and what not. */
class NpyHeaderTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("w.npy");
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
        TestFiles.writeNpy(file, 1, 0, header, new byte[8]);
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
        TestFiles.writeNpy(file, 1, 0, "{'descr': " + rest + "\n", new byte[8]);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(file + " at byte " + offset + ": found ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesAShapeWhoseSizeOverflowsALong() throws IOException {
        String shape = "(" + "2000000000, ".repeat(9) + ")";
        TestFiles.writeNpy(
                file, 1, 0, "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + "}\n", new byte[8]);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("more than 2^63-1 elements, expected at most 2147483647 elements");
    }

    @Test
    void refusesMoreThan64Dimensions() throws IOException {
        String shape = "(" + "1, ".repeat(65) + ")";
        TestFiles.writeNpy(
                file, 1, 0, "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + "}\n", new byte[4]);
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
        TestFiles.writeNpy(
                file, 1, 0, "{'descr': '<f4', 'fortran_order': False, 'shape': (2000000000,), }\n", new byte[8]);
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
        TestFiles.writeNpy(
                file, major, minor, "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }\n", new byte[8]);
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
        TestFiles.writeNpy(file, 1, 0, "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", new byte[8]);
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
}
