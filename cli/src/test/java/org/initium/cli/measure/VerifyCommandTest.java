// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initium.cli.Cli;
import org.initium.results.MutationSummary;
import org.initium.verification.VerificationSummary;
import org.initium.verification.plan.CheckResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class VerifyCommandTest {
    @TempDir
    private Path folder;

    @Test
    void countsPassedChecksBySubject() {
        Cli cli = Cli.run("verify", "--only", "zeros|ones");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out()).containsPattern("zeros +\\d+ passed").containsPattern("ones +\\d+ passed");
        assertThat(cli.out()).contains("all passed").contains("seed 42").doesNotContain("he_normal");
    }

    @Test
    void jsonIsWhatResultsRead() throws IOException {
        Cli cli = Cli.run("verify", "--only", "bounds he_normal", "--seed", "7", "--json");
        JsonNode json = cli.json();
        assertThat(json.get("seed").longValue()).isEqualTo(7);
        assertThat(json.get("checks").size()).isPositive();
        assertThat(json.get("histograms").size()).isEqualTo(1);
        Path file = folder.resolve("verify.json");
        Files.writeString(file, cli.out());
        assertThat(org.initium.results.VerificationSummary.read(file).passed()).isTrue();
    }

    @Test
    void variesTheSeedAndNamesIt() {
        String[] line = {"verify", "--only", "exact_values zeros", "--vary-seed", "--json"};
        long first = Cli.run(line).json().get("seed").longValue();
        long second = Cli.run(line).json().get("seed").longValue();
        assertThat(first).isNotEqualTo(second); // Equal once in 2^64 runs.
    }

    @Test
    void writesAReport() throws IOException {
        Path report = folder.resolve("report.html");
        Cli cli = Cli.run("verify", "--only", "he_normal", "--report", report.toString());
        assertThat(cli.exitCode()).isZero();
        assertThat(Files.readString(report)).startsWith("<!DOCTYPE html>").contains("he_normal", "./initium verify");
    }

    @Test
    void writesMarkdownToo() throws IOException {
        Path report = folder.resolve("report.md");
        Cli cli = Cli.run("verify", "--only", "he_normal", "--report", report.toString());
        assertThat(cli.exitCode()).isZero();
        assertThat(Files.readString(report))
                .startsWith("# Initium verification\n")
                .contains("### Quantiles of he_normal", "./initium verify --seed 42 --only 'he_normal'");
    }

    /** The JSON holds what the report shows: pictures, and of each check the fault that it finds. */
    @Test
    void jsonHasThePicturesAndTheFaults() throws IOException {
        Path file = folder.resolve("verify.json");
        Files.writeString(
                file, Cli.run("verify", "--only", "mean he_normal", "--json").out());
        org.initium.results.VerificationSummary summary = org.initium.results.VerificationSummary.read(file);
        assertThat(summary.checks())
                .allSatisfy(check -> assertThat(check.detects()).isNotBlank());
        assertThat(summary.pictures().quantiles()).singleElement().satisfies(quantiles -> {
            assertThat(quantiles.initializer()).isEqualTo("he_normal");
            assertThat(quantiles.outside()).isZero();
        });
    }

    @Test
    void showsAFailureInFull() {
        CheckResult good = new CheckResult("mean", "ones", "(3,)", 1, 1, "mean, exactly", true, "N = 3", 0, "");
        CheckResult bad = new CheckResult("variance", "ones", "(3,)", 2, 1, "at most", false, "N = 3", 1e-9, "");
        VerificationSummary summary = new VerificationSummary("1", 5, false, List.of(good, bad), List.of(), 0.1);
        StringWriter out = new StringWriter();
        Verification.print(summary, new PrintWriter(out, true));
        assertThat(out.toString())
                .contains("ones  1 passed, 1 FAILED")
                .contains("FAIL variance ones (3,): 2 (")
                .contains("1 FAILED;");
        assertThat(Verification.toResults(summary).passed()).isFalse();
    }

    @Test
    void showsWhichChecksKillAMutant() {
        Cli cli = Cli.run("verify", "--mutants", "--only", "negative_zeros");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out())
                .containsPattern("(?m)^negative_zeros  killed by exact_values \\d+  \\[planted]$")
                .contains("1 mutants, all killed by the checks that claim them; seed 42; ")
                .hasLineCount(2);
    }

    /** Of one mutant, whose groups are cheap; how often Initium itself fails is for the run of all. */
    @Test
    void fullMeasuresThePowerOfAMutant() {
        JsonNode json = Cli.run("verify", "--mutants", "--full", "--only", "negative_zeros", "--json")
                .json();
        assertThat(json.get("falseAlarms").size()).isZero();
        assertThat(json.get("power").size()).isEqualTo(1);
        JsonNode power = json.get("power").get(0);
        assertThat(power.get("claim").stringValue()).isEqualTo("exact_values");
        for (String stages : List.of("first", "both")) {
            assertThat(power.get(stages).get("seeds").intValue()).isEqualTo(3000);
            assertThat(power.get(stages).get("misses").intValue()).isZero();
            assertThat(power.get(stages).get("power").doubleValue()).isBetween(0.999, 0.9991);
        }
    }

    /** Found by its bug, as any who knows the thread would look for it. */
    @Test
    void jsonNamesTheKillersOfAMutant() throws IOException {
        Cli cli = Cli.run("verify", "--mutants", "--only", "KotlinDL, Orthogonal", "--seed", "7", "--json");
        assertThat(cli.exitCode()).isZero();
        JsonNode json = cli.json();
        assertThat(json.get("seed").longValue()).isEqualTo(7);
        assertThat(json.get("passed").booleanValue()).isTrue();
        assertThat(json.get("power").size()).isZero();
        assertThat(json.get("mutants").size()).isEqualTo(1);
        Path file = folder.resolve("mutants.json");
        Files.writeString(file, cli.out());
        assertThat(MutationSummary.read(file).killed()).isEqualTo(1);
        JsonNode mutant = json.get("mutants").get(0);
        assertThat(mutant.get("name").stringValue()).isEqualTo("square_only");
        assertThat(mutant.get("bug").stringValue()).isEqualTo("KotlinDL, Orthogonal.kt");
        assertThat(mutant.get("killed").booleanValue()).isTrue();
        assertThat(mutant.get("claims").size()).isPositive();
        assertThat(mutant.get("unmet").size()).isZero();
        assertThat(mutant.get("kills").get("orthogonality").intValue()).isPositive();
        assertThat(mutant.get("groups").intValue()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--only nosuchthing | no check matches 'nosuchthing'",
                "--only ( | '(' is not a regular expression: Unclosed group at character 2",
                "--mutants --only nosuchmutant | no mutant matches 'nosuchmutant'",
                "--mutants --only he_[ | 'he_[' is not a regular expression: Unclosed character class at character 4",
                "--report r.pdf | --report r.pdf: expected a name that ends in .html, for a page, or in .md, for Markdown",
                "--mutants --report /no/such/r.md | /no/such is not a folder",
                "--seed 1 --vary-seed | are mutually exclusive",
                "--seed x | is not a long",
                "--report /no/such/r.html | /no/such is not a folder",
            })
    void refusesBadUsage(String line, String message) {
        Cli cli = Cli.run(("verify " + line).split(" "));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasLineCount(1).contains(message);
    }
}
