// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JmhRunTest {
    @TempDir
    Path folder;

    static String sample() throws IOException {
        return new String(JmhRunTest.class.getResourceAsStream("jmh.json").readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void readsWhatJmhWrites() throws IOException {
        JmhRun run = read(sample());
        assertThat(run.jmhVersion()).isEqualTo("1.37");
        assertThat(run.jvmArgs()).containsExactly("--add-modules=jdk.incubator.vector", "-Xms2g", "-Xmx2g");
        assertThat(run.benchmarks().stream().map(JmhBenchmark::key).toList())
                .containsExactly(
                        "GemmBenchmark.initium[n=256]",
                        "UniformFillBenchmark.jdk[size=1000,threads=4] thrpt",
                        "OrthogonalBenchmark.initium sample");
        JmhBenchmark gemm = run.benchmarks().get(0);
        assertThat(gemm.group()).isEqualTo("GemmBenchmark");
        assertThat(gemm.contender()).isEqualTo("initium");
        assertThat(gemm.params()).isEqualTo(Map.of("n", "256"));
        assertThat(gemm.conditions())
                .isEqualTo(new Conditions(
                        "1.37",
                        List.of("--add-modules=jdk.incubator.vector", "-Xms2g", "-Xmx2g"),
                        new Conditions.Iterations(2, "1 s"),
                        new Conditions.Iterations(3, "1 s")));
        assertThat(gemm.forks())
                .containsExactly(
                        new double[] {508, 501, 500}, new double[] {495, 497, 496}, new double[] {503, 502, 504});
        assertThat(gemm.forkMedians()).containsExactly(501, 496, 503);
        assertThat(gemm.typical()).isEqualTo(501);
        assertThat(gemm.scoreError()).isEqualTo(9.21);
        // the prefix that JMH dropped in 1.37
        assertThat(gemm.secondary()).isEqualTo(Map.of("gc.alloc.rate.norm", 0.25));
    }

    @Test
    void quotedNumbersAndSampleHistogramsAreRead() throws IOException {
        JmhRun run = read(sample());
        assertThat(run.benchmarks().get(1).scoreError()).isNaN();
        assertThat(run.benchmarks().get(1).unit().smallerIsBetter()).isFalse();
        // (1 * 2.0 + 3 * 4.0) / 4, exact
        assertThat(run.benchmarks().get(2).forkMedians()).containsExactly(3.5);
    }

    @ParameterizedTest
    @CsvSource({"+INF, Infinity", "-INF, -Infinity", "NaN, NaN"})
    void infinitiesAreRead(String text, Double value) throws IOException {
        JmhRun run = read(sample().replace("\"scoreError\" : 9.21", "\"scoreError\" : \"" + text + "\""));
        assertThat(run.benchmarks().get(0).scoreError()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"mode\" : \"avgt\"; \"mode\" : \"fast\"; mode 'fast'",
                "\"mode\" : \"avgt\"; \"mode\" : \"thrpt\"; contradicts",
                "\"mode\" : \"avgt\",; ; 'mode' is missing",
                "\"score\" : 500.6666666666667; \"score\" : \"many\"; 'score' is \"many\"",
                "\"scoreUnit\" : \"us/op\"; \"scoreUnit\" : 3; 'scoreUnit' is 3",
                "\"rawData\" : [; \"rawDate\" : [; 'rawData' is missing",
                "\"threads\" : 1; \"threads\" : 1.5; 'threads' is 1.5, expected a whole number",
                "\"threads\" : 1; \"threads\" : \"NaN\"; 'threads' is NaN, expected a whole number",
                "\"warmupIterations\" : 2,; ; 'warmupIterations' is missing",
                "\"warmupTime\" : \"1 s\"; \"warmupTime\" : 1; 'warmupTime' is 1, expected text",
                "\"measurementIterations\" : 3; \"measurementIterations\" : -3; 'measurementIterations' is -3.0",
                "\"measurementTime\" : \"1 s\",; ; 'measurementTime' is missing",
                "\"jvmArgs\"; \"jvmArg\"; 'jvmArgs' is missing",
                "org.initium.benchmarks.GemmBenchmark.initium; initium; benchmark 'initium'"
            })
    void aFaultyRowIsNamed(String from, String to, String message) throws IOException {
        String broken = sample().replaceFirst(Pattern.quote(from), to == null ? "" : to);
        assertThatIOException()
                .isThrownBy(() -> read(broken))
                .withMessageContaining("bench.json: result 0: ")
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[", "[1]", "null", "[] []", "{\"benchmarks\": []}"})
    void whatIsNotAnArrayOfResultsIsRefused(String text) {
        assertThatIOException().isThrownBy(() -> read(text)).withMessageContaining("bench.json");
    }

    @Test
    void twinsAreRefused() throws IOException {
        String rows = sample().strip();
        String twice = rows.substring(0, rows.length() - 1) + "," + rows.substring(1);
        assertThatIOException().isThrownBy(() -> read(twice)).withMessageContaining("occurs twice");
    }

    @Test
    void anEmptyRunIsARun() throws IOException {
        assertThat(read("[]").benchmarks()).isEmpty();
        assertThat(read("[]").jmhVersion()).isEqualTo("unknown");
        assertThat(read("[]").jvmArgs()).isEmpty();
    }

    @Test
    void mediansAreTheMiddle() {
        assertThat(JmhBenchmark.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(JmhBenchmark.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
        assertThat(JmhBenchmark.median(new double[] {})).isNaN();
        assertThat(JmhBenchmark.median(new double[] {1, Double.NaN, 2})).isNaN();
    }

    @Test
    void theListIsCopied() {
        JmhRun run = new JmhRun(List.of());
        assertThat(run.benchmarks()).isUnmodifiable();
    }

    private JmhRun read(String text) throws IOException {
        return JmhRun.read(Files.writeString(folder.resolve("bench.json"), text));
    }

    /** Contenders in classes of their own count to the work that they do, beside the others. */
    @Test
    void slowAndNativeContendersBelongToTheirGroup() {
        JmhBenchmark slow = Samples.row("GemmSlowBenchmark.ejml", Map.of("n", "8"), "ns/op", new double[] {1});
        JmhBenchmark peer = Samples.row("GemmNativeBenchmark.openblas", Map.of("n", "8"), "ns/op", new double[] {1});
        assertThat(slow.group()).isEqualTo("GemmBenchmark");
        assertThat(Samples.row("GemmNd4jBenchmark.nd4j", Map.of(), "ns/op", new double[] {1})
                        .group())
                .isEqualTo("GemmBenchmark");
        assertThat(peer.key()).isEqualTo("GemmBenchmark.openblas[n=8]");
        JmhRun run = new JmhRun(List.of(slow, peer));
        assertThat(run.find("GemmBenchmark.openblas[n=8]")).containsSame(peer);
        assertThat(run.find("GemmBenchmark.openblas[n=9]")).isEmpty();
    }
}
