// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.assertj.core.data.Offset;
import org.initium.cli.Cli;
import org.initium.init.Initializers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DescribeCommandTest {
    /** Python 3: math.sqrt(2 / 784), math.sqrt(6 / (784 + 128)), math.sqrt(3 / 784); convolution fans times 3 * 3. */
    @ParameterizedTest
    @CsvSource({
        "he_normal, '784,128', 784, 128, stddev, 0.050507627227610534",
        "glorot_uniform, '784,128', 784, 128, upper, 0.08111071056538126",
        "lecun_uniform, '784,128', 784, 128, upper, 0.06185895741317419",
        "he_normal, '3,3,16,32', 144, 288, stddev, 0.11785113019775793",
    })
    void statesFansAndLaw(String name, String shape, double fanIn, double fanOut, String field, double value) {
        JsonNode json = Cli.run("describe", name, "--shape", shape, "--json").json();
        assertThat(json.get("fan_in").doubleValue()).isEqualTo(fanIn);
        assertThat(json.get("fan_out").doubleValue()).isEqualTo(fanOut);
        // A handful of roundings in double precision: square root, division, and times a constant.
        assertThat(json.get(field).doubleValue()).isCloseTo(value, Offset.offset(4 * Math.ulp(value)));
    }

    static Iterable<String> names() {
        return Initializers.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyInitializerHasFormulaAndSource(String name) {
        boolean convolution = Set.of("stft", "dirac", "delta_orthogonal").contains(name);
        Cli cli = Cli.run("describe", name, "--shape", convolution ? "6,1,4" : "6,4");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out())
                .startsWith(name + " for shape (6, " + (convolution ? "1, 4)" : "4)"))
                .containsPattern("\n  law +\\S")
                .containsPattern("\n  formula +\\S")
                .containsPattern("\n  source +\\S");
    }

    /** Python 3: math.sqrt(2) / math.sqrt(6), 5 / 3 / math.sqrt(6), 2.5 / math.sqrt(6). */
    @ParameterizedTest
    @CsvSource({"relu, 0.5773502691896258", "tanh, 0.6804138174397718", "2.5, 1.0206207261596576"})
    void aGainIsANumberOrAnActivation(String gain, double stddev) {
        JsonNode json = Cli.run("describe", "orthogonal", "--gain", gain, "--shape", "6,4", "--json")
                .json();
        assertThat(json.get("stddev").doubleValue()).isCloseTo(stddev, Offset.offset(4 * Math.ulp(stddev)));
        assertThat(json.get("initializer_parameters").get("gain").isNumber()).isTrue();
    }

    /** What the options change: 2 zeros in 4, 3 ones in 54, and a window's largest value over its sum. */
    @ParameterizedTest
    @CsvSource({
        "sparse --sparsity 0.4 --stddev 3 --shape 4 5, stddev, 2.1213203435596424",
        "dirac --groups 3 --shape 3 2 3 3, mean, 0.05555555555555555",
        "stft --window boxcar --scaling spectrum --side imag --shape 4 1 5, upper, 0.25",
        "stft --window hann --scaling spectrum --periodic --shape 4 1 5, upper, 0.5",
    })
    void parametersArrive(String line, String field, double value) {
        String[] parts = line.split(" --shape ");
        String all = "describe " + parts[0] + " --json --shape " + parts[1].replace(' ', ',');
        JsonNode json = Cli.run(all.split(" ")).json();
        assertThat(json.get(field).doubleValue()).isCloseTo(value, Offset.offset(4 * Math.ulp(value)));
    }

    @Test
    void axesChangeTheFans() {
        Cli cli = Cli.run(
                "describe", "he_normal", "--shape", "32,8,16", "--input-axes", "0", "--output-axes", "1,-1", "--json");
        assertThat(cli.json().get("fan_in").intValue()).isEqualTo(32);
        assertThat(cli.json().get("fan_out").intValue()).isEqualTo(128);
    }

    @Test
    void anUnboundedLawHasNoBoundsInJson() {
        JsonNode json =
                Cli.run("describe", "random_normal", "--shape", "3", "--json").json();
        assertThat(json.get("upper").isNull()).isTrue();
        assertThat(Cli.run("describe", "random_normal", "--shape", "3").out()).contains("upper    infinity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "he_normal --stddev 1 | initializer he_normal does not take --stddev; it takes --input-axes, --output-axes",
                "zeros --value 1 | initializer zeros does not take --value; it takes no parameters",
                "small_random --stddev 1 | it takes no parameters",
                "constant --gain 2 | it takes --value",
                "random_uniform --mean 0 | it takes --minval, --maxval",
                "random_normal --stddev -1 | stddev is -1.0, expected 0 or more",
                "random_normal --stddev NaN | stddev is NaN, expected a finite number",
                "random_uniform --minval 2 | minval 2.0 is above maxval 0.05",
                "variance_scaling --scale 0 | scale is 0.0, expected a number above 0 within a float's range",
                "variance_scaling --mode fan_on | expected one of fan_in, fan_out, fan_avg, fan_geo_avg",
                "he_normal --input-axes 0 | --input-axes is given alone",
                "he_normal --input-axes 5 --output-axes 0 | axis 5 is outside shape (6, 4)",
                "orthogonal --gain gelu | --gain is 'gelu', expected a number or one of conv1d",
                "orthogonal --gain NaN | gain is NaN, expected a finite number",
                "sparse --sparsity 2 | sparsity is 2.0, expected a share from 0 to 1",
                "sparse --gain relu | initializer sparse does not take --gain; it takes --sparsity, --stddev",
                "dirac --groups 0 | groups is 0, expected 1 or more",
                "dirac --groups 1 | dirac needs a shape of rank 3, 4 or 5, got (6, 4)",
                "stft --side left | side 'left' is unknown, expected one of real, imag",
                "stft --window kaiser | window 'kaiser' is unknown, expected one of none, boxcar",
                "stft --scaling l2 | scaling 'l2' is unknown",
                "stft --periodic | stft needs a shape (frame, 1, bins)",
                "he_norml | did you mean he_normal?",
            })
    void refusesWhatDoesNotFit(String line, String message) {
        Cli cli = Cli.run(("describe " + line + " --shape 6,4").split(" "));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasLineCount(1).startsWith("initium describe: ").contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 0.05",
        "784, 784",
        "0.1234567, 0.123457",
        "1e-9, 1e-09",
        "1.5e12, 1.5e+12",
        "-2, -2",
        "0, 0",
        "NaN, NaN",
    })
    void numbersAreShort(double value, String text) {
        assertThat(LawText.number(value)).isEqualTo(text);
    }
}
