// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.initium.results.VerificationSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTablesTest {
    @TempDir
    private Path folder;

    @Test
    void withoutResultsTheTablesAreEmpty() throws IOException {
        assertThat(VerificationTables.of(folder.resolve("none")))
                .containsOnlyKeys("checks", "kill-matrix", "power", "false-alarms")
                .allSatisfy((name, lines) -> assertThat(lines).isEmpty());
    }

    @Test
    void aRowForEachKindOfCheckAndOfFault() throws IOException {
        new VerificationSummary(
                        "1",
                        42,
                        false,
                        List.of(
                                check("mean", "N = 100000; mean 0.1", 1e-9, "0.024 standard deviations"),
                                check("finite", "N = 1", 0, "1 element that is NaN"),
                                check("mean", "N = 2000000", 1e-9, "0.0054 standard deviations"),
                                check("moments", "N = 10 nets", 2e-9, "0.095 skewness, or 0.29 excess kurtosis"),
                                check("few", "N = 20", 0, "Infinity correlation"),
                                check("moments", "none", 2e-9, "0.093 skewness, or 0.28 excess kurtosis")),
                        List.of(),
                        1.5)
                .write(folder.resolve("verify.json"));
        assertThat(VerificationTables.of(folder).get("checks"))
                .containsExactly(
                        "6 checks, all passed, on seed 42; a right implementation fails any with probability at most 6.0e-09.",
                        "",
                        "| check | runs | N | alpha | finds, with 99.9 % power |",
                        "|---|--:|--:|--:|---|",
                        "| `mean` | 2 | 100,000 … 2,000,000 | 1.0e-09 | 0.0054 … 0.024 standard deviations |",
                        "| `finite` | 1 | 1 | exact | 1 element that is NaN |",
                        "| `moments` | 2 | 10 | 2.0e-09 | 0.093 … 0.095 skewness |",
                        "| `few` | 1 | 20 | exact | ∞ correlation |");
    }

    @Test
    void matrixPowerAndFalseAlarms() throws IOException {
        Files.writeString(folder.resolve("mutants.json"), """
                {"seed": 7, "passed": true, "seconds": 1.0,
                 "mutants": [
                  {"name": "swap", "fault": "a|b", "bug": "planted", "killed": true, "claims": ["variance", "bounds (3,)"],
                   "unmet": [], "kills": {"variance": 3, "bounds": 1}, "groups": 4},
                  {"name": "never", "fault": "nothing", "bug": "owner/repo#1", "killed": false, "claims": ["mean"],
                   "unmet": ["mean"], "kills": {}, "groups": 1}],
                 "power": [
                  {"mutant": "swap", "claim": "variance",
                   "first": {"seeds": 3000, "misses": 0, "power": 0.99900192},
                   "both": {"seeds": 59, "misses": 0, "power": 0.9505}},
                  {"mutant": "other", "claim": "variance", "first": {"seeds": 100, "misses": 1, "power": 0.95},
                   "both": {"seeds": 100, "misses": 1, "power": 0.95}},
                  {"mutant": "swap", "claim": "bounds (3,)",
                   "first": {"seeds": 3000, "misses": 0, "power": 0.99900192},
                   "both": {"seeds": 3000, "misses": 0, "power": 0.99900192}}],
                 "falseAlarms": [
                  {"check": "finite", "rate": 0, "trials": 70, "alarms": 0},
                  {"check": "mean", "rate": 1e-3, "trials": 2000, "alarms": 1},
                  {"check": "variance", "rate": 1e-3, "trials": 1500, "alarms": 2}]}
                """);
        Map<String, List<String>> tables = VerificationTables.of(folder);
        assertThat(tables.get("kill-matrix"))
                .containsExactly(
                        "1 of 2 found by each check that claims them, on seed 7; 1 of them happened in public, the others are planted.",
                        "",
                        "| implementation | what is wrong | where it happened | claimed by | failed checks |",
                        "|---|---|---|---|---|",
                        "| `swap` | a\\|b | planted | variance; bounds (3,) | bounds 1, variance 3 |",
                        "| `never` | nothing | owner/repo#1 | **SURVIVED** mean |  |");
        assertThat(tables.get("power"))
                .containsExactly(
                        "| check | faults claimed | seeds, first stage | misses | power at 95 % confidence, at least | seeds, both stages | misses | at least |",
                        "|---|--:|--:|--:|--:|--:|--:|--:|",
                        "| `variance` | 2 | 100 … 3,000 | 1 | 95.000 % | 59 … 100 | 1 | 95.000 % |",
                        "| `bounds` | 1 | 3,000 | 0 | 99.900 % | 3,000 | 0 | 99.900 % |");
        assertThat(tables.get("false-alarms"))
                .containsExactly(
                        "| check | runs | alarms | promised, at most |",
                        "|---|--:|--:|--:|",
                        "| `mean` | 2,000 | 1 | 2.00 |",
                        "| `variance` | 1,500 | 2 | 1.50 |",
                        "| all of these | 3,500 | 3 | 3.50 |",
                        "| exact checks | 70 | 0 | 0 |");
    }

    @Test
    void aMalformedFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("mutants.json"), "{");
        assertThatThrownBy(() -> VerificationTables.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mutants.json");
    }

    private static VerificationSummary.CheckResult check(String name, String detail, double alpha, String detects) {
        return new VerificationSummary.CheckResult(
                name, "x", "(3,)", 0.1, 1, "z, at most", true, detail, alpha, detects);
    }
}
