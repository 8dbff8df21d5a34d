// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initium.results.VerificationSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTablesTest {
    private static final String HEAD = """
               rng_name    ,
            stdin_input_raw,
                    test_name   ,ntup, tsamples ,psamples,  p-value ,Assessment
            """;

    @TempDir
    private Path folder;

    private Path generator;

    @BeforeEach
    void makeFolder() throws IOException {
        generator = Files.createDirectory(folder.resolve("gen"));
    }

    @Test
    void batteriesAndWhatWasTestedAgain() throws IOException {
        Files.writeString(generator.resolve("dieharder-seed-1.txt"), HEAD + """
                          diehard_birthdays,   0,       100,     100,0.96594344,  PASSED\s\s
                                 sts_serial,  15,    100000,     100,0.40000000,  PASSED
                                 sts_serial,  15,    100000,     100,0.99824407,   WEAK\s\s\s
                                 sts_serial,  16,    100000,     100,0.50000000,  PASSED
                       Preparing to run test 207.  ntuple = 0
                             rgb_lagged_sum,  12,   1000000,     100,0.00000001,  FAILED
                       """);
        Files.writeString(
                generator.resolve("dieharder-seed-1-again.txt"),
                HEAD
                        + "sts_serial,  14,    100000,     1000,0.1,  PASSED\nsts_serial,15,100000,1000,0.2,PASSED\n"
                        + "sts_serial,  15,    100000,     1000,0.25,PASSED\n"
                        + "diehard_birthdays,   0,       100,     1000,0.0,  FAILED\n");
        assertThat(GeneratorTables.of(folder).get("dieharder"))
                .containsExactly(
                        "| generator | words | tests | passed | weak | failed | smallest p | largest p |",
                        "|---|---|--:|--:|--:|--:|--:|--:|",
                        "| gen | seed-1 | 5 | 3 | 1 | 1 | 0.000000 | 0.998244 |",
                        "",
                        "| generator | words | not passed | p | p-values in it | p again | p-values in it | verdict |",
                        "|---|---|---|--:|--:|--:|--:|---|",
                        "| gen | seed-1 | diehard_birthdays | 0.965943 | 100 | 0.000000 | 1000 | FAILED |",
                        "| gen | seed-1 | sts_serial 15 | 0.998244 | 100 | 0.250000 | 1000 | PASSED |",
                        "| gen | seed-1 | rgb_lagged_sum 12 | 0.000000 | 100 | – | – | FAILED |");
    }

    @Test
    void wordChecks() throws IOException {
        new VerificationSummary(
                        "1",
                        42,
                        true,
                        List.of(
                                new VerificationSummary.CheckResult(
                                        "serial",
                                        "native words",
                                        "pairs",
                                        7.449,
                                        28.73,
                                        "n KL, at most",
                                        true,
                                        "N = 8",
                                        1e-9,
                                        ""),
                                new VerificationSummary.CheckResult(
                                        "agreement",
                                        "native words",
                                        "lag 1",
                                        12345.6,
                                        7077,
                                        "off N/2, at most",
                                        false,
                                        "N = 9",
                                        1e-9,
                                        "")),
                        List.of(),
                        1)
                .write(generator.resolve("word-checks.json"));
        assertThat(GeneratorTables.of(folder).get("word-checks"))
                .containsExactly(
                        "| check | on | figure | at most | meaning | verdict | sample |",
                        "|---|---|--:|--:|---|---|---|",
                        "| serial | pairs | 7.45 | 28.73 | n KL | passed | N = 8 |",
                        "| agreement | lag 1 | 12,346 | 7,077 | off N/2 | FAILED | N = 9 |");
    }

    @Test
    void withoutResultsTheTablesAreEmpty() throws IOException {
        assertThat(GeneratorTables.of(folder.resolve("none")).get("word-checks"))
                .hasSize(2);
        assertThat(GeneratorTables.of(folder).get("dieharder")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,0,100,100,0.5",
                "a,0,100,100,0.5,GOOD",
                "a,zero,100,100,0.5,PASSED",
                "a,0,100,100,half,PASSED",
                "a,0,100,100,0.5,PASSED,1",
                "oops"
            })
    void malformedVerdictsAreRefused(String line) throws IOException {
        Files.writeString(generator.resolve("dieharder-x.txt"), HEAD + "a,0,100,100,0.5,PASSED\n" + line + "\n");
        assertThatThrownBy(() -> GeneratorTables.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("dieharder-x.txt:5: ");
    }

    @Test
    void aReportWithoutVerdictsIsRefused() throws IOException {
        Files.writeString(generator.resolve("dieharder-x.txt"), HEAD);
        assertThatThrownBy(() -> GeneratorTables.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no verdicts");
    }
}
