// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initium.Shape;
import org.initium.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("t.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2,3\n4,5,6\n",
                "1,2,3\n4,5,6",
                "1,2,3\r\n4,5,6\r\n",
                "1,2,3\n4,5,6\n\n \r\n",
                " 1 ,\t2,3\n+4,5.0,6.\n",
                "1e0,.2e1,30E-1\n4,5,6\n",
                "a,b,c\n1,2,3\n4,5,6\n",
                ",b,\n1,2,3\n4,5,6\n",
                "\"a\",\"b\",\"c\"\r\n1,2,3\r\n4,5,6\r\n",
                "nan,b,inf\n1,2,3\n4,5,6\n",
                "\ufeff1,2,3\n4,5,6\n",
                "\ufeffgr\u00f6\u00dfe,b,c\n1,2,3\n4,5,6\n",
            })
    void readsEverySpellingOfATable(String text) throws IOException {
        Tensor table = read(text);
        assertThat(table.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(table.data()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void readsOneColumnAndOneRow() throws IOException {
        assertThat(read("1\n2\n").shape()).isEqualTo(Shape.of(2, 1));
        assertThat(read("x\n-7").data()).containsExactly(-7);
        assertThat(read("1,2").shape()).isEqualTo(Shape.of(1, 2));
    }

    /** 16777217 = 2^24 + 1 is a tie; the decimal just above it is not, which rounding by way of double would miss. */
    @Test
    void roundsToTheNearestFloat() throws IOException {
        float[] values =
                read("16777217,16777217.000000000001,1e-46,-0,3.4028235e38\n").data();
        assertThat(values).containsExactly(0x1p24f, 0x1p24f + 2, 0, -0f, Float.MAX_VALUE);
    }

    @Test
    void growsWithTheTable() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append(i).append(',').append(-i).append('\n');
        }
        Tensor table = read(text.toString());
        assertThat(table.shape()).isEqualTo(Shape.of(10_000, 2));
        for (int i = 0; i < 10_000; i++) {
            assertThat(table.data()[2 * i]).isEqualTo(i);
            assertThat(table.data()[2 * i + 1]).isEqualTo(0f - i);
        }
    }

    static String[][] malformed() {
        return new String[][] {
            {"", "at line 1: found the end of the file, expected a row of numbers"},
            {"\n\n", "at line 3: found the end of the file, expected a row of numbers"},
            {"a,b\n", "at line 2: found the end of the file, expected a row of numbers"},
            {"\ufeff", "at line 1: found the end of the file, expected a row of numbers"},
            {"1,2\n3\n", "at line 2: found 1 cells, expected 2 as in the first line"},
            {"a,b\n1,2\n3,4,5", "at line 3: found 3 cells, expected 2 as in the first line"},
            {"1,2\n3,4,\n", "at line 2, column 3: found '', expected a finite decimal number"},
            {"1,2\n3,x\n", "at line 2, column 2: found 'x', expected a finite decimal number"},
            {"1,2\n3,", "at line 2, column 2: found '', expected a finite decimal number"},
            {"1,2\n,4\n", "at line 2, column 1: found '', expected a finite decimal number"},
            {"1,,3\n4,5,6\n", "at line 1, column 2: found '', expected a finite decimal number"},
            {"5.1,3.5x,0\n4.9,3.0,1\n", "at line 1, column 2: found '3.5x', expected a finite decimal number"},
            {"a,2,3\n1,2,3\n", "at line 1, column 1: found 'a', expected a finite decimal number"},
            {"1,NaN\n3,4\n", "at line 1, column 2: found 'NaN', expected a finite decimal number"},
            {"1,2\n-Infinity,4\n", "at line 2, column 1: found '-Infinity', expected a finite decimal number"},
            {"1,2\n1e39,4\n", "at line 2, column 1: found '1e39', expected a number within the range of a float"},
            {"-1e39,2\n1,4\n", "at line 1, column 1: found '-1e39', expected a number within the range of a float"},
            {"1\n2f\n", "at line 2, column 1: found '2f', expected a finite decimal number"},
            {"1\n0x1p3\n", "at line 2, column 1: found '0x1p3', expected a finite decimal number"},
            {"1\n.\n", "at line 2, column 1: found '.', expected a finite decimal number"},
            {"1\n1e\n", "at line 2, column 1: found '1e', expected a finite decimal number"},
            {"1\n1 2\n", "at line 2, column 1: found '1 2', expected a finite decimal number"},
            {"1\n\u0661\n", "at line 2, column 1: found '\\u0661', expected a finite decimal number"},
            {"1\n\u00a02\n", "at line 2, column 1: found '\\u00a02', expected a finite decimal number"},
            {"1\r2\n3\n4\r5", "at line 3, column 1: found '4\\u000d5', expected a finite decimal number"},
            {"1;2\n3;4\n", "at line 2, column 1: found '3;4', expected a finite decimal number"},
            {"1\n\n2\n", "at line 2: found a blank line, expected a row of numbers"},
            {"\n1\n", "at line 1: found a blank line, expected a row of numbers"},
            {"1\n" + "2".repeat(41) + "x", "at line 2, column 1: found '" + "2".repeat(40) + "'..., expected"},
            {"1\n" + "2".repeat(1001), "at line 2, column 1: found over 1000 characters, expected a number"},
            {"\0\0\b\u0001", "at line 2: found the end of the file, expected a row of numbers"},
        };
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesAnythingElse(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(file + " " + message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void namesAFileThatCannotBeRead() {
        assertThatThrownBy(() -> Csv.read(file)).hasMessage(file + ": no such file");
        assertThatThrownBy(() -> Csv.read(folder)).hasMessage(folder + ": is a folder, expected a file");
    }

    private Tensor read(String text) throws IOException {
        Files.writeString(file, text);
        return Csv.read(file);
    }
}
