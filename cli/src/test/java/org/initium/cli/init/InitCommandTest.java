// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.initium.Shape;
import org.initium.Tensor;
import org.initium.cli.Cli;
import org.initium.init.Initializers;
import org.initium.init.RandomNormal;
import org.initium.io.Npy;
import org.initium.io.SafeTensors;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class InitCommandTest {
    @TempDir
    private Path folder;

    private Cli init(Path file, String line) {
        String all = "init --out " + file + " " + line;
        return Cli.run(all.split(" "));
    }

    /** (1100, 1000) takes two chunks of the writer, 2^20 elements each. */
    @ParameterizedTest
    @CsvSource({
        "he_normal, '1100,1000'",
        "orthogonal, '30,20'",
        "zeros, '17'",
        "glorot_uniform, '3,3,4,5'",
        "stft, '25,1,7'",
        "sparse, '1100,1000'",
        "dirac, '3,4,5'",
        "delta_orthogonal, '3,4,5'"
    })
    void writesTheBitsOfTheLibrary(String name, String shape) throws IOException {
        Path file = folder.resolve("w.npy");
        Cli cli = init(file, "--initializer " + name + " --seed 7 --shape " + shape);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).hasLineCount(1).contains(Shape.parse(shape).toString());
        Tensor written = Npy.read(file);
        assertThat(written.shape()).isEqualTo(Shape.parse(shape));
        assertThat(written.data()).isEqualTo(Initializers.of(name).create(Shape.parse(shape), Samplers.of(Key.of(7))));
    }

    @Test
    void takesParametersAndStatesThemInJson() throws IOException {
        Path file = folder.resolve("w.safetensors");
        Cli cli = init(file, "--initializer random_normal --mean 3 --stddev 2 --shape 5,4 --seed -1 --json");
        JsonNode json = cli.json();
        float[] expected = new RandomNormal(3, 2).create(Shape.of(5, 4), Samplers.of(Key.of(-1)));
        assertThat(SafeTensors.read(file).tensors().get(InitCommand.TENSOR).data())
                .isEqualTo(expected);
        assertThat(json.get("mean").doubleValue()).isEqualTo(3);
        assertThat(json.get("stddev").doubleValue()).isEqualTo(2);
        assertThat(json.get("seed").longValue()).isEqualTo(-1);
        assertThat(json.get("bytes").longValue()).isEqualTo(Files.size(file));
        ByteBuffer bytes = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(expected);
        CRC32 crc = new CRC32();
        crc.update(bytes.array());
        assertThat(json.get("crc32").stringValue()).isEqualTo(String.format("%08x", crc.getValue()));
    }

    @Test
    void theSeedIs42UnlessGiven() throws IOException {
        init(folder.resolve("a.npy"), "--initializer he_normal --shape 9");
        init(folder.resolve("b.npy"), "--initializer he_normal --shape 9 --seed 42");
        init(folder.resolve("c.npy"), "--initializer he_normal --shape 9 --seed 43");
        assertThat(folder.resolve("a.npy")).hasSameBinaryContentAs(folder.resolve("b.npy"));
        assertThat(Files.mismatch(folder.resolve("a.npy"), folder.resolve("c.npy")))
                .isNotNegative();
    }

    @Test
    void aScalarAndAnEmptyTensorAreShapesToo() throws IOException {
        assertThat(init(folder.resolve("s.npy"), "--initializer ones --shape ()")
                        .exitCode())
                .isZero();
        assertThat(Npy.read(folder.resolve("s.npy")).data()).containsExactly(1);
        assertThat(init(folder.resolve("e.npy"), "--initializer ones --shape 0,3")
                        .exitCode())
                .isZero();
        assertThat(Npy.read(folder.resolve("e.npy")).shape()).isEqualTo(Shape.of(0, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w.txt | --initializer ones --shape 3 | expected a name that ends in .npy or .safetensors",
                "no/w.npy | --initializer ones --shape 3 | does not exist",
                "w.npy | --initializer ones --shape 500000000,500000000 | needs 1.00 EB, but only",
                "w.npy | --initializer orthogonal --shape 100000,100000 | orthogonal needs the whole tensor in memory",
                "w.npy | --initializer orthogonal --shape 40000,40000 | orthogonal needs the whole tensor in memory",
                "w.npy | --initializer sparse --shape 40000,40000 | sparse needs the whole tensor in memory",
                "w.npy | --initializer dirac --shape 4,4 | dirac needs a shape of rank 3, 4 or 5",
                "w.npy | --initializer identity --shape 3 | identity needs a shape of rank 2",
                "w.npy | --initializer ones --shape 3 --sampler jax | sampler jax is not available in this version",
                "w.npy | --initializer ones --shape 3 --sampler jux | sampler 'jux' is unknown, expected native",
            })
    void refusesAndLeavesNothing(String file, String line, String message) throws IOException {
        Cli cli = init(folder.resolve(file), line);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasLineCount(1).startsWith("initium init: ").contains(message);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
