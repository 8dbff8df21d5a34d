// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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

    /** A few of Keras 3.15.1's own tensors; core's KerasParityTest has them all. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jax | --initializer truncated_normal --shape 784,128 --seed 1337 --mean 0.4 --stddev 0.02 | 6a617274",
                "jax | --initializer variance_scaling --shape 3,3,3,7 --seed 4294967295 --scale 3.0 --mode fan_out --distribution untruncated_normal | 14d930d8",
                "jax | --initializer random_uniform --shape 17 --seed 42 --minval -1.5 --maxval 0.25 | 8ff706a6",
                "torch | --initializer truncated_normal --shape 784,128 --seed 1337 --mean 0.4 --stddev 0.02 | 1804872d",
                "torch | --initializer variance_scaling --shape 3,3,3,7 --seed 4294967295 --scale 3.0 --mode fan_out --distribution untruncated_normal | 307033c8",
                "torch | --initializer random_uniform --shape 17 --seed 42 --minval -1.5 --maxval 0.25 | 1d71f6b6",
                "tensorflow | --initializer truncated_normal --shape 784,128 --seed 1337 --mean 0.4 --stddev 0.02 | 861d1706",
                "tensorflow | --initializer variance_scaling --shape 3,3,3,7 --seed 4294967295 --scale 3.0 --mode fan_out --distribution untruncated_normal | 252a6169",
                "tensorflow | --initializer random_uniform --shape 17 --seed 42 --minval -1.5 --maxval 0.25 | 5b6d63ac",
                "numpy | --initializer truncated_normal --shape 784,128 --seed 1337 --mean 0.4 --stddev 0.02 | 5f4eeedc",
                "numpy | --initializer variance_scaling --shape 3,3,3,7 --seed 4294967295 --scale 3.0 --mode fan_out --distribution untruncated_normal | bfe34217",
                "numpy | --initializer random_uniform --shape 17 --seed 42 --minval -1.5 --maxval 0.25 | 2900137b",
            })
    void writesKerassFloats(String sampler, String line, String crc32) {
        JsonNode json = init(folder.resolve("w.npy"), line + " --json --sampler " + sampler)
                .json();
        assertThat(json.get("crc32").stringValue()).isEqualTo(crc32);
        assertThat(json.get("sampler").stringValue()).isEqualTo(sampler);
    }

    /** PyTorch takes whole numbers of any size modulo 2^32. */
    @ParameterizedTest
    @CsvSource({"-1, 4294967295", "4294967303, 7", "-18446744073709551609, 7"})
    void anySeedForTorch(String seed, String same) throws IOException {
        init(folder.resolve("a.npy"), "--initializer he_normal --shape 40 --sampler torch --seed " + seed);
        init(folder.resolve("b.npy"), "--initializer he_normal --shape 40 --sampler torch --seed " + same);
        assertThat(folder.resolve("a.npy")).hasSameBinaryContentAs(folder.resolve("b.npy"));
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

    /** Whoever computes the tensor allocates it first: 36 MB, where the command itself takes 4 MB. */
    @Test
    void looksAtTheFileBeforeItWorks() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Cli cli = init(folder.resolve("no/w.npy"), "--initializer orthogonal --shape 3000,3000");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(3000 * 3000 * Float.BYTES);
        assertThat(cli.err()).contains("does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w.txt | --initializer ones --shape 3 | expected a name that ends in .npy or .safetensors",
                "no/w.npy | --initializer ones --shape 3 | does not exist",
                "w.npy | --initializer ones --shape 500000000,500000000 | needs 1.00 EB, but only",
                "w.npy | --initializer orthogonal --shape 50000,50000 | 2500000000 elements takes 12 bytes for each, expected",
                "w.npy | --initializer orthogonal --shape 46340,46340 --sampler numpy | takes 32 bytes for each, expected",
                "w.npy | --initializer sparse --shape 50000,50000 | sparse needs the whole tensor in memory",
                "w.npy | --initializer dirac --shape 4,4 | dirac needs a shape of rank 3, 4 or 5",
                "w.npy | --initializer identity --shape 3 | identity needs a shape of rank 2",
                "w.npy | --initializer ones --shape 3 --sampler jux | sampler 'jux' is unknown, expected one of native, jax,"
                        + " torch, tensorflow, numpy; did you mean jax?",
                "w.npy | --initializer ones --shape 3 --seed 9223372036854775808 | seed is 9223372036854775808,"
                        + " expected a number from -9223372036854775808 to 9223372036854775807",
                "w.npy | --initializer ones --shape 3 --seed 4.5 | is not a whole number",
                "w.npy | --initializer ones --shape 3 --sampler jax --seed -1 | Keras on jax raises OverflowError",
                "w.npy | --initializer ones --shape 3 --sampler jax --seed 4294967296 | expected a number from 0 to 4294967295",
                "w.npy | --initializer ones --shape 3 --sampler numpy --seed -1 | Keras on numpy raises OverflowError",
                "w.npy | --initializer ones --shape 3 --sampler numpy --seed 9223372036854775808 | Keras on numpy raises OverflowError",
                "w.npy | --initializer ones --shape 3 --sampler tensorflow --seed 9223372036854775808 | Keras on"
                        + " tensorflow raises ValueError",
                "w.npy | --initializer ones --shape 3 --dtype float64 | dtype 'float64' is not covered, expected float32",
                "w.npy | --initializer ones --shape 3 --sampler jax --dtype float64 | Keras on jax warns and gives float32",
                "w.npy | --initializer ones --shape 3 --sampler torch --dtype bfloat16 | Keras on torch draws other numbers",
                "w.npy | --initializer ones --shape 3 --sampler numpy --dtype int32 | Keras on numpy casts the numbers",
                "w.npy | --initializer ones --shape 3 --sampler jax --dtype int32 | Keras on jax raises ValueError",
                "w.npy | --initializer ones --shape 3 --sampler torch --dtype flout | Keras on torch raises ValueError",
                "w.npy | --initializer orthogonal --shape 3 --sampler jax | Keras raises ValueError",
                "w.npy | --initializer identity --shape 3 --sampler jax | Keras raises ValueError",
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
