// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.Tensor;
import org.initium.cli.Cli;
import org.initium.io.Npy;
import org.initium.io.SafeTensors;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class IdentifyCommandTest {
    @TempDir
    private Path folder;

    /** The way there and back, on every sampler. */
    @ParameterizedTest
    @CsvSource({
        "he_normal, native, 784x128",
        "glorot_uniform, jax, 60x80",
        "lecun_normal, torch, 3x3x16x32",
        "random_uniform, tensorflow, 5000",
        "random_normal, numpy, 70x60",
    })
    void findsWhatInitWrote(String name, String sampler, String shape) {
        Path file = folder.resolve("w.npy");
        init(name, shape, file, "--sampler", sampler, "--seed", "123");
        Cli cli = Cli.run("identify", file.toString(), "--seeds", "200", "--json");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).isEmpty();
        JsonNode json = cli.json();
        assertThat(json.get("answer").asString()).isEqualTo("law");
        assertThat(strings(json.get("initializers"))).contains(name);
        assertThat(json.get("candidates").get(0).get("posterior").doubleValue()).isGreaterThan(0.9);
        assertThat(json.get("candidates").get(0).get("fits").booleanValue()).isTrue();
        assertThat(json.get("seeds").get("matches").size()).isEqualTo(1);
        JsonNode match = json.get("seeds").get("matches").get(0);
        assertThat(match.get("seed").intValue()).isEqualTo(123);
        assertThat(match.get("sampler").asString()).isEqualTo(sampler);
        assertThat(strings(match.get("initializers"))).contains(name);
        assertThat(json.get("oddities").size()).isZero();
    }

    @Test
    void saysItInWords() {
        Path file = folder.resolve("w.safetensors");
        init("he_normal", "784x128", file, "--seed", "7");
        Cli cli = Cli.run("identify", file.toString(), "--seeds", "10");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out())
                .startsWith(file + ": (784, 128), 100352 elements, mean ")
                .contains("  answer    he_normal")
                .contains(
                        "truncated normal on (-0.114839, 0.114839), standard deviation 0.0505076; the sample has 0.05")
                .containsPattern("fits: Kolmogorov-Smirnov distance 0\\.00\\d+, by chance at most 0\\.008")
                .contains("  seed      7 on native (seed): bit for bit he_normal")
                .contains("  odd       nothing");
        assertThat(Cli.run("identify", file.toString(), "--no-seeds").out())
                .contains("  seed      not searched: not asked for");
    }

    @Test
    void saysWhatPaddingLeavesOfASeed() throws IOException {
        Path file = folder.resolve("w.npy");
        init("random_normal", "300x20", file, "--seed", "7");
        float[] data = Npy.read(file).data();
        Arrays.fill(data, 0, 20, 0);
        Npy.write(file, new Tensor(Shape.of(300, 20), data));
        assertThat(Cli.run("identify", file.toString(), "--seeds", "10").out())
                .contains("  seed      7 on native (seed): 5980 of 6000 elements but for rounding, times 0.05 (chance ")
                .contains("  odd       zero_rows: 1 of 300 rows are 0 throughout, the first of them 0 (chance 1e-118)");
    }

    @Test
    void layoutsAreGivenNoChance() throws IOException {
        Path file = folder.resolve("w.npy");
        Shape shape = Shape.of(5, 5, 8, 24);
        float[] data = new float[shape.intSize()];
        double limit = Math.sqrt(6.0 / 8);
        Samplers.of(Key.of(1)).uniform(-limit, limit, Slice.all(shape), data, 0);
        Npy.write(file, new Tensor(shape, data));
        assertThat(Cli.run("identify", file.toString(), "--no-seeds").out())
                .containsPattern("  odd       layout: .*without the receptive field, posterior 1\\.000\\R");
        JsonNode odd = Cli.run("identify", file.toString(), "--no-seeds", "--json")
                .json()
                .get("oddities")
                .get(0);
        assertThat(odd.get("name").asString()).isEqualTo("layout");
        assertThat(odd.get("chance").isNull()).isTrue();
    }

    @Test
    void structuresAreNamed() {
        Path file = folder.resolve("q.npy");
        init("orthogonal", "60x40", file, "--gain", "relu", "--seed", "9");
        Cli cli = Cli.run("identify", file.toString(), "--seeds", "10");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out())
                .contains("  answer    orthogonal(gain=1.4142)")
                .contains("columns of the 60 x 40 matrix are orthogonal and of length 1.4142")
                .contains("  seed      9 on native (seed): all elements but for rounding, times 1.4142");
        JsonNode json =
                Cli.run("identify", file.toString(), "--no-seeds", "--json").json();
        assertThat(json.get("structure").get("kind").asString()).isEqualTo("orthogonal");
        assertThat(json.get("seeds").get("skipped").asString()).isEqualTo("not asked for");
    }

    @Test
    void anotherShapeGivesOtherFans() throws IOException {
        Path file = folder.resolve("flat.npy");
        init("he_uniform", "80x60", folder.resolve("w.npy"));
        float[] data = Npy.read(folder.resolve("w.npy")).data();
        Npy.write(file, new Tensor(Shape.of(4800), data));
        JsonNode flat =
                Cli.run("identify", file.toString(), "--no-seeds", "--json").json();
        assertThat(strings(flat.get("initializers"))).doesNotContain("he_uniform");
        JsonNode matrix = Cli.run("identify", file.toString(), "--no-seeds", "--shape", "80x60", "--json")
                .json();
        assertThat(strings(matrix.get("initializers"))).contains("he_uniform");
    }

    @Test
    void whatFitsNothingIsInconclusive() throws IOException {
        Path file = folder.resolve("w.npy");
        float[] x = new float[5000];
        for (int i = 0; i < x.length; i++) {
            float u = (i % 100 + 1) * 0.01f;
            x[i] = u * u * u * (float) StrictMath.sin(i * i);
        }
        Npy.write(file, new Tensor(Shape.of(100, 50), x));
        Cli cli = Cli.run("identify", file.toString(), "--seeds", "10");
        assertThat(cli.exitCode()).isEqualTo(3);
        assertThat(cli.out())
                .contains("answer    none of the laws known here: trained weights, or another initializer")
                .contains("does not fit");
        x[17] = Float.NaN;
        Npy.write(file, new Tensor(Shape.of(100, 50), x));
        Cli nan = Cli.run("identify", file.toString());
        assertThat(nan.exitCode()).isEqualTo(3);
        assertThat(nan.out())
                .contains("answer    no law: there are elements that are not finite")
                .contains("odd       not_finite: 1 NaN and 0 infinite of 5000 elements, the first at 17");
        assertThat(Cli.run("identify", file.toString(), "--json")
                        .json()
                        .get("answer")
                        .asString())
                .isEqualTo("not_finite");
    }

    @Test
    void picksATensor() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("dense/kernel", new Tensor(Shape.of(4, 2), new float[8]));
        tensors.put("dense/bias", new Tensor(Shape.of(2), new float[] {1, 1}));
        SafeTensors.write(file, tensors);
        assertThat(Cli.run("identify", file.toString(), "--tensor", "dense/bias")
                        .out())
                .contains("answer    ones");
        refused("expected --tensor with one of dense/kernel, dense/bias", file.toString());
        refused("has no tensor 'kernel', expected --tensor with one of", file.toString(), "--tensor", "kernel");
    }

    @Test
    void refusesBadInput() throws IOException {
        Path file = folder.resolve("w.npy");
        init("he_normal", "6x4", file);
        refused("none.npy: no such file", folder.resolve("none.npy").toString());
        refused("expected a name that ends in .npy or .safetensors", "w.h5");
        refused("a .npy file has one tensor without a name", file.toString(), "--tensor", "w");
        refused("--shape (5, 5) has 25 elements, expected 24", file.toString(), "--shape", "5,5");
        refused("--seeds is -1, expected 0 to 4294967295", file.toString(), "--seeds", "-1");
        refused("--seeds is 4294967296, expected 0 to", file.toString(), "--seeds", "4294967296");
        refused("mutually exclusive", file.toString(), "--seeds", "3", "--no-seeds");
        Path empty = folder.resolve("empty.npy");
        Npy.write(empty, new Tensor(Shape.of(3, 0), new float[0]));
        refused("the tensor of shape (3, 0) has no elements", empty.toString());
        byte[] whole = Files.readAllBytes(file);
        Path cut = folder.resolve("cut.npy");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 5));
        refused("cut.npy at byte", cut.toString());
        Path text = folder.resolve("text.npy");
        Files.writeString(text, "0.1, 0.2\n");
        refused("text.npy at byte", text.toString());
        Path noHeader = folder.resolve("bad.safetensors");
        Files.write(noHeader, new byte[] {1, 2, 3});
        refused("bad.safetensors", noHeader.toString());
    }

    static void refused(String message, String... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = "identify";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        Cli cli = Cli.run(line);
        assertThat(cli.exitCode()).as(message).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasLineCount(1).startsWith("initium identify: ").contains(message);
    }

    private static void init(String name, String shape, Path file, String... options) {
        String[] line = new String[7 + options.length];
        System.arraycopy(
                new String[] {"init", "--initializer", name, "--shape", shape, "--out", file.toString()},
                0,
                line,
                0,
                7);
        System.arraycopy(options, 0, line, 7, options.length);
        assertThat(Cli.run(line).exitCode()).isZero();
    }

    private static Iterable<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asString()));
        return strings;
    }
}
