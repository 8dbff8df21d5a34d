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
import java.util.LinkedHashMap;
import java.util.Map;
import org.initium.Shape;
import org.initium.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file weights.safetensors was written by the Python library safetensors 0.8.0 from NumPy 2.4.6 arrays. */
class SafeTensorsTest {
    private static final String ONE_OF_TWO = "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("w.safetensors");
    }

    /** CRCs: {@code zlib.crc32(load_file(file)[name].astype('<f4').tobytes())}. */
    @Test
    void readsWhatTheReferenceImplementationWrote() throws IOException {
        SafeTensors.Contents contents = SafeTensors.read(TestFiles.resource("weights.safetensors"));
        assertThat(contents.metadata()).containsExactly(Map.entry("format", "np"));
        assertThat(contents.tensors()).containsOnlyKeys("deep", "dense/bias", "dense/kernel");
        Tensor deep = contents.tensors().get("deep"); // F64 in the file
        assertThat(deep.shape()).isEqualTo(Shape.of(2, 3, 4));
        assertThat(TestFiles.crc32(deep.data())).isEqualTo(0x74cc8efcL);
        Tensor kernel = contents.tensors().get("dense/kernel");
        assertThat(kernel.shape()).isEqualTo(Shape.of(5, 7));
        assertThat(TestFiles.crc32(kernel.data())).isEqualTo(0x0cbd0858L);
        Tensor bias = contents.tensors().get("dense/bias");
        assertThat(bias.shape()).isEqualTo(Shape.of(7));
        assertThat(bias.data()).containsOnly(0);
    }

    @Test
    void writesAndReadsAnyNamesShapesAndMetadata() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("z", new Tensor(Shape.of(2, 3), new float[] {1, 2, 3, 4, 5, 6}));
        tensors.put("na\u00efve \"q\"\n\u0001/\\\ud83d\ude00", new Tensor(Shape.of(), new float[] {-0f}));
        tensors.put("empty", new Tensor(Shape.of(0, 4), new float[0]));
        tensors.put("", new Tensor(Shape.of(1), new float[] {Float.NaN}));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("b", "\t\r\b\f\"");
        metadata.put("a", "");
        SafeTensors.write(file, tensors, metadata);
        SafeTensors.Contents contents = SafeTensors.read(file);
        assertThat(contents.metadata()).containsExactlyEntriesOf(metadata);
        assertThat(contents.tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
        tensors.forEach((name, tensor) -> {
            assertThat(contents.tensors().get(name).shape()).isEqualTo(tensor.shape());
            assertThat(contents.tensors().get(name).data()).containsExactly(tensor.data());
        });
    }

    /** Byte for byte what {@code safetensors.numpy.save({'a/w': np.arange(3, dtype='<f4')})} returns in version 0.8.0. */
    @Test
    void writesTheBytesOfTheReferenceImplementation() throws IOException {
        SafeTensors.write(file, "a/w", Shape.of(3), (slice, out) -> {
            for (int i = 0; i < slice.count(); i++) {
                out[i] = slice.first() + i;
            }
        });
        String header = "{\"a/w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}}";
        ByteBuffer expected = ByteBuffer.allocate(8 + 64 + 12).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(64).put(header.getBytes(StandardCharsets.US_ASCII));
        while (expected.position() < 72) {
            expected.put((byte) ' ');
        }
        expected.putFloat(0).putFloat(1).putFloat(2);
        assertThat(file).hasBinaryContent(expected.array());
    }

    @Test
    void keepsTheOrderOfTheHeaderWhenTheDataHasAnother() throws IOException {
        writeRaw(
                "{'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]},'e':{'dtype':'F64','shape':[0],"
                        + "'data_offsets':[4,4]},'a':{'data_offsets':[0,4],'shape':[],'dtype':'F32'}}  \n",
                floats(1, 2));
        Map<String, Tensor> tensors = SafeTensors.read(file).tensors();
        assertThat(tensors.keySet()).containsExactly("b", "e", "a");
        assertThat(tensors.get("a").data()).containsExactly(1);
        assertThat(tensors.get("b").data()).containsExactly(2);
    }

    @Test
    void readsAFileWithoutTensors() throws IOException {
        writeRaw("{}", new byte[0]);
        assertThat(SafeTensors.read(file).tensors()).isEmpty();
        writeRaw("{'__metadata__':{}}", new byte[0]);
        assertThat(SafeTensors.read(file).metadata()).isEmpty();
    }

    @Test
    void decodesEscapesInNames() throws IOException {
        writeRaw("{'\\u0041\\ud83d\\uDE00\\/\\n':{'dtype':'F32','shape':[],'data_offsets':[0,4]}}", floats(3));
        assertThat(SafeTensors.read(file).tensors()).containsOnlyKeys("A\ud83d\ude00/\n");
    }

    /** In the headers ' stands for ". The data has 8 bytes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|8|a header without '{' at its start",
                "` {}`|8|a header without '{' at its start",
                "{'a':1}|13|'1}', expected '{'",
                "{'a':{}}|14|'}}', expected '\"'",
                "{'a':{'dtype':'I64','shape':[1],'data_offsets':[0,8]}}|22|dtype 'I64', expected 'F32' or 'F64'",
                "{'a':{'dtype':'F16','shape':[4],'data_offsets':[0,8]}}|22|dtype 'F16', expected 'F32' or 'F64'",
                "{'a':{'dtype':'F32','shape':[2]}}|39|'}}', expected each of",
                "{'a':{'dtype':'F32','dtype':'F32'}}|28|key 'dtype', expected each of",
                "{'a':{'dtype':'F32','strides':[1]}}|28|key 'strides', expected each of",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},}|62|'}', expected '\"'",
                "{'a':{'dtype':'F32','shape':[2,],'data_offsets':[0,8]}}|39|'],\"data_offsets\"', expected a dimension",
                "{'a':{'dtype':'F32','shape':[2 2],'data_offsets':[0,8]}}|39|'2],\"data_offsets', expected ',' or ']'",
                "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}|37|'-2],\"data_offset', expected a whole number",
                "{'a':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}}|38|'.0],\"data_offset', expected ','",
                "{'a':{'dtype':'F32','shape':[65536,65536],'data_offsets':[0,8]}}|36|shape (65536, 65536) of 4294967296",
                "{'a':{'dtype':'F32','shape':[4294967298],'data_offsets':[0,8]}}|37|a dimension of 4294967298",
                "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}|9|'a' at data_offsets [0, 8], expected 12 bytes",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}|9|'a' at data_offsets [8, 0], expected 8 bytes",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}}|9|'a' at data offset 4, expected it at 0",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}|0|8 bytes of data, expected 4",
                "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,12]}}|0|8 bytes of data, expected 12",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8,9]}}|59|',9]}}', expected ']'",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,99999999999999999999]}}|58|'9999999999999999', expected a",
                "{'__metadata__':{'a':1}}|29|'1}}', expected '\"'",
                "{'__metadata__':{'a':'','a':''}}|32|'a' again, expected each key once",
                "{'__metadata__':{},'__metadata__':{}}|27|'__metadata__' again, expected each name once",
                "{} {}|11|'{}', expected nothing but spaces",
                "{'a\\x':1}|9|a string with an unknown escape",
                "{'a\\u12g4':1}|9|a string with an unknown escape",
                "{'\\ud83d':1}|9|a string with half of a surrogate pair",
                "{'a\t':1}|11|an unescaped control character",
                "{'a|11|the end of the header",
                "{'a\\|12|the end of the header",
                "{|9|the end of the header",
            })
    void refusesAnyOtherHeader(String header, long offset, String message) throws IOException {
        writeRaw(header, new byte[8]);
        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(file + " at byte " + offset + ": found ")
                .hasMessageContaining(message);
    }

    @Test
    void refusesDuplicateOverlappingAndGappedTensors() throws IOException {
        String first = "'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},";
        writeRaw("{" + first + first.replace("},", "}") + "}", floats(1));
        assertThatThrownBy(() -> SafeTensors.read(file)).hasMessageContaining("'a' again, expected each name once");
        writeRaw("{" + first + "'b':{'dtype':'F32','shape':[2],'data_offsets':[2,10]}}", new byte[10]);
        assertThatThrownBy(() -> SafeTensors.read(file)).hasMessageContaining("'b' at data offset 2, expected it at 4");
        writeRaw("{" + first + "'b':{'dtype':'F32','shape':[1],'data_offsets':[5,9]}}", new byte[9]);
        assertThatThrownBy(() -> SafeTensors.read(file)).hasMessageContaining("'b' at data offset 5, expected it at 4");
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws IOException {
        byte[] header = ONE_OF_TWO.replace('\'', '"').getBytes(StandardCharsets.US_ASCII);
        header[2] = (byte) 0xc3; // The first of two bytes, followed by a quotation mark.
        writeRaw(header, new byte[8]);
        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessage(file + " at byte 10: found bytes that are not UTF-8, expected text in UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "55, 'at byte 8: found only 54 more bytes, expected 55 bytes of header (the file is truncated)'",
        "100000000, 'at byte 8: found only 54 more bytes, expected 100000000 bytes of header (the file is truncated)'",
        "100000001, 'at byte 0: found a header of 100000001 bytes, expected at most 100000000'",
        "-1, 'at byte 0: found a header of 18446744073709551615 bytes, expected at most 100000000'",
        "0, 'at byte 8: found a header without ''{'' at its start, expected a JSON object'",
    })
    void checksTheHeaderLengthBeforeAllocating(long length, String message) throws IOException {
        writeRaw(ONE_OF_TWO, new byte[0]);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        Files.write(file, bytes);
        long before = TestFiles.allocatedBytes();
        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessage(file + " " + message);
        assertThat(TestFiles.allocatedBytes() - before).isLessThan(1 << 24);
    }

    @Test
    void refusesToWriteWhatItWouldNotRead() {
        Tensor scalar = new Tensor(Shape.of(), new float[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafeTensors.write(file, Map.of("__metadata__", scalar)))
                .withMessageContaining("__metadata__");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafeTensors.write(file, Map.of("\ud83d", scalar)))
                .withMessageContaining("half of a surrogate pair");
        int[] ones = new int[65];
        Arrays.fill(ones, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafeTensors.write(file, Map.of("a", new Tensor(Shape.of(ones), new float[1]))))
                .withMessageContaining("rank 65");
        assertThat(file).doesNotExist();
    }

    /** Writes a file whose header has " in place of each '. */
    private void writeRaw(String header, byte[] data) throws IOException {
        writeRaw(header.replace('\'', '"').getBytes(StandardCharsets.UTF_8), data);
    }

    private void writeRaw(byte[] header, byte[] data) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, bytes.putLong(header.length).put(header).put(data).array());
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
