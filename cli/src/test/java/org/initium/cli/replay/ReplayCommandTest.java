// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.initium.Shape;
import org.initium.Tensor;
import org.initium.cli.Cli;
import org.initium.io.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Replays what Keras recorded: core's own folder, and one that src/test/python/record_trace.py wrote. */
class ReplayCommandTest {
    private static final Path GOLDEN = Path.of("../core/src/test/resources/org/initium/nn/golden");
    private static final Path TRACE = Path.of("src/test/resources/org/initium/cli/replay/trace");

    @TempDir
    private Path folder;

    @Test
    void followsTheSevenRecordedTrainings() {
        Cli cli = Cli.run("replay", GOLDEN.toString());
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out())
                .hasLineCount(9)
                .containsPattern(
                        "mse_tanh +\\d\\.\\d\\de-\\d\\d +\\d\\.\\d\\de-\\d\\d +1\\.\\d\\de-06 +\\d\\.\\d\\de-\\d\\d  ok")
                .contains(
                        "all 7 within the tolerances",
                        "50 steps of 32 samples, recorded from Keras 3.15.1, torch backend");
    }

    /** Other activations, depths, losses and clippings than the seven have. */
    @Test
    void followsOtherFolders() {
        Cli cli = Cli.run("replay", TRACE.toString(), "--json");
        assertThat(cli.exitCode()).isZero();
        JsonNode json = cli.json();
        assertThat(json.get("passed").booleanValue()).isTrue();
        assertThat(json.get("steps").intValue()).isEqualTo(12);
        assertThat(json.get("cases").size()).isEqualTo(4);
        for (JsonNode trace : json.get("cases")) {
            assertThat(trace.get("passed").booleanValue()).isTrue();
            // Both are float32 trainings: neither is exact, and neither is further off than some roundings of 2^-24.
            for (String difference : new String[] {"loss", "weight", "keras_loss", "keras_weight"}) {
                assertThat(trace.get(difference + "_difference").doubleValue()).isBetween(1e-9, 2e-6);
            }
        }
    }

    @Test
    void saysWhatIsBeyondTheTolerances() {
        Cli cli = Cli.run("replay", GOLDEN.toString(), "--loss-tolerance", "0", "--weight-tolerance", "1e-6");
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.out())
                .containsPattern("mse_tanh .* DIFFERS: loss of step \\d+; w\\d, (kernel|bias) \\(")
                .contains("7 of 7 beyond the tolerances of 0.0 for losses and 1.0E-6 for weights");
        cli = Cli.run("replay", GOLDEN.toString(), "--loss-tolerance", "1", "--weight-tolerance", "1e-6");
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.out()).contains("1 of 7 beyond").containsOnlyOnce("DIFFERS");
        cli = Cli.run("replay", GOLDEN.toString(), "--loss-tolerance", "NaN");
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("--loss-tolerance is NaN, expected a number, 0 or more");
    }

    /** A setting that SGD forgot would end elsewhere: each one, taken away, is noticed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"clipvalue\": 0.02,",
                "\"clipnorm\": 0.1,",
                "\"nesterov\": true,",
                ", \"global_clipnorm\": 0.2",
                ",\n     \"weight_decay\": 0.01",
            })
    void noticesAMissingSetting(String setting) throws IOException {
        String manifest = Files.readString(copy(TRACE).resolve("manifest.json"));
        String compact = manifest.replaceAll("\\s+", " ");
        String without = compact.replace(setting.replaceAll("\\s+", " "), "");
        assertThat(without).isNotEqualTo(compact);
        Files.writeString(folder.resolve("manifest.json"), without);
        Cli cli = Cli.run("replay", folder.toString());
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.out()).contains("1 of 4 beyond");
    }

    /** In the manifest {@code old} becomes {@code changed}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"steps\"|\"epochs\"|manifest.json: key 'epochs' is unknown, expected source, seed",
                "\"clipvalue\"|\"clip\"|manifest.json: cases: clipvalue_gelu: sgd: key 'clip' is unknown, expected learning_rate",
                "\"loss\"|\"losses\"|cases: clipvalue_gelu: key 'losses' is unknown, expected architecture, loss, sgd",
                "\"steps\": 12|\"steps\": 0|manifest.json: steps is 0, expected a whole number from 1 to 2147483647",
                "\"steps\": 12|\"steps\": 12.5|steps is 12.5, expected a whole number",
                "\"steps\": 12,| |manifest.json: found no key 'steps'",
                "\"steps\": 12|\"steps\": 13|order.npy: found shape (192,), expected 208 rows or more",
                "\"steps\": 12|\"steps\": 11|clipvalue_gelu.f64.losses.npy: found shape (12,), expected (11,)",
                "\"steps\": 12|\"steps\": 2147483647|samples in 2147483647 steps, expected at most 2147483647",
                "\"gelu\"|\"swish\"|architecture: unknown activation 'swish', expected one of linear, relu",
                "\"mlp\"|\"cnn\"|clipvalue_gelu: architecture is [\"cnn\",\"gelu\",[64,6,10]], expected [\"mlp\", \"ACTIVATION\"",
                "64, 6, 10|64|expected two sizes or more",
                "64, 6, 10|64, 0, 10|architecture, size 2 is 0, expected a whole number from 1",
                "64, 6, 10|64, 7, 10|clipvalue_gelu.w0.npy: found shape (64, 6), expected (64, 7)",
                "64, 6, 10|60, 6, 10|clipvalue_gelu: architecture begins with 60, expected the 64 pixels of a digit",
                "64, 6, 10|64, 6, 9|clipvalue_gelu: architecture ends with 9, expected more than the class 9",
                "64, 6, 10|64, 6, 2000000000|w2.npy: found shape (6, 10), expected (6, 2000000000)",
                "64, 6, 10|64, 6, 10, 10|no such file",
                "\"clipvalue_gelu\"|\"other\"|other.w0.npy: no such file",
                "\"clipvalue_gelu\"|\"../other\"|found a case named '../other', expected letters",
                "categorical_crossentropy(from_logits, one-hot)|hinge|loss is 'hinge', expected one of binary_crossentropy(",
                "categorical_crossentropy(from_logits, one-hot)|mean_squared_error|loss is 'mean_squared_error', expected one of",
                "0.02|-0.02|cases: clipvalue_gelu: sgd: clipvalue is -0.02, expected 0 (none) or a positive number",
                "0.02|\"0.02\"|clipvalue is \"0.02\", expected a number",
                "\"nesterov\": true|\"nesterov\": 1|clipnorm_leaky: sgd: nesterov is 1, expected true or false",
                "\"learning_rate\": 0.5,| |clipvalue_gelu: sgd: found no key 'learning_rate'",
                "\"learning_rate\": 0.5|\"learning_rate\": null|learning_rate is null, expected a number",
                "\"steps\": 12|\"steps\": 12, \"steps\": 12|Duplicate",
                "\"cases\": {|\"cases\": 3, \"a\": {|is unknown",
            })
    void namesWhatIsWrongWithTheManifest(String old, String changed, String message) throws IOException {
        Path manifest = copy(TRACE).resolve("manifest.json");
        String compact = Files.readString(manifest)
                .replaceAll("\\s+", " ")
                .replace("[ ", "[")
                .replace(" ]", "]");
        String text = compact.replaceFirst(Pattern.quote(old), changed == null ? "" : changed);
        assertThat(text).isNotEqualTo(compact);
        Files.writeString(manifest, text);
        assertRefused(message);
    }

    @Test
    void namesWhatIsWrongWithTheFiles() throws IOException {
        copy(TRACE);
        Path losses = folder.resolve("linear.f32.losses.npy");
        byte[] bytes = Files.readAllBytes(losses);
        Files.delete(losses);
        assertRefused("linear.f32.losses.npy: no such file");
        Files.write(losses, Arrays.copyOf(bytes, bytes.length - 1));
        assertRefused("linear.f32.losses.npy at byte 128: found only 47 more bytes");
        Files.write(losses, bytes);
        Npy.write(folder.resolve("linear.f64.w1.npy"), new Tensor(Shape.of(9), new float[9]));
        assertRefused("linear.f64.w1.npy: found shape (9,), expected (10,)");
        float[] order = new float[192];
        order[7] = 1797;
        Npy.write(folder.resolve("order.npy"), new Tensor(Shape.of(192), order));
        assertRefused("order.npy: element 7 is 1797.0, expected a whole number from 0 to 1796");
        order[7] = 0.5f;
        Npy.write(folder.resolve("order.npy"), new Tensor(Shape.of(192), order));
        assertRefused("order.npy: element 7 is 0.5, expected a whole number");
        Files.writeString(folder.resolve("manifest.json"), "{\"steps\": 1,");
        assertRefused("manifest.json at line 1: Unexpected end-of-input");
        assertThat(Cli.run("replay", folder.toString()).err()).doesNotContain("REDACTED");
        Files.writeString(folder.resolve("manifest.json"), "[]");
        assertRefused("manifest.json: found [], expected an object");
        Files.writeString(folder.resolve("manifest.json"), "");
        assertRefused("manifest.json: found nothing, expected an object");
        Files.write(folder.resolve("manifest.json"), new byte[] {'{', (byte) 0xff});
        assertRefused("manifest.json: is not UTF-8, expected JSON");
        Files.delete(folder.resolve("manifest.json"));
        assertRefused("found no manifest.json, expected a folder of recorded trainings");
    }

    @Test
    void namesWhatIsWrongWithTokens() throws IOException {
        copy(GOLDEN);
        String manifest = Files.readString(folder.resolve("manifest.json"));
        Files.writeString(
                folder.resolve("manifest.json"),
                manifest.replaceFirst("(?s)\"cases\": \\{.*\"embedding\"", "\"cases\": {\"embedding\""));
        assertThat(Cli.run("replay", folder.toString()).out()).hasLineCount(3).contains("all 1 within");
        float[] labels = new float[1600];
        labels[3] = 4;
        Npy.write(folder.resolve("token_labels.npy"), new Tensor(Shape.of(1600), labels));
        assertRefused("case embedding: target of sample 3 is 4.0, expected a class: a whole number from 0 to 3");
        Npy.write(folder.resolve("token_labels.npy"), new Tensor(Shape.of(1601), new float[1601]));
        assertRefused("token_labels.npy: found 1601 labels, expected one for each of the 1600 samples");
        float[] tokens = new float[1600 * 12];
        tokens[1] = 50;
        Npy.write(folder.resolve("tokens.npy"), new Tensor(Shape.of(1600, 12), tokens));
        assertRefused("tokens.npy: element 1 is 50.0, expected a whole number from 0 to 49");
    }

    private void assertRefused(String message) {
        Cli cli = Cli.run("replay", folder.toString());
        assertThat(cli.exitCode()).as(cli.out()).isEqualTo(2);
        assertThat(cli.err()).hasLineCount(1).contains(message);
        assertThat(cli.out()).isEmpty();
    }

    private Path copy(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }
}
