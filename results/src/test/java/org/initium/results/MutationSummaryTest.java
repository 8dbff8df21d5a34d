// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutationSummaryTest {
    @TempDir
    private Path folder;

    @Test
    void theFileGivesTheRecordBack() throws IOException {
        Path file = folder.resolve("mutants.json");
        Samples.mutation().write(file);
        assertThat(MutationSummary.read(file)).isEqualTo(Samples.mutation());
    }

    @Test
    void countsWhatWasKilled() {
        assertThat(Samples.mutation().killed()).isEqualTo(2);
    }

    /** Figures that were not measured may be left out; what is new is not in the way. */
    @Test
    void powerAndFalseAlarmsMayBeAbsent() throws IOException {
        MutationSummary read = MutationSummary.read(write(
                "{\"seed\": 7, \"passed\": true, \"seconds\": 0.5, \"mutants\": [{\"name\": \"m\", \"fault\": \"f\", \"bug\": \"b\","
                        + " \"killed\": true, \"claims\": [\"mean\"], \"unmet\": [], \"kills\": {\"mean\": 3}, \"groups\": 4,"
                        + " \"colour\": \"red\"}]}"));
        assertThat(read.seed()).isEqualTo(7);
        assertThat(read.power()).isEmpty();
        assertThat(read.falseAlarms()).isEmpty();
        assertThat(read.mutants()).singleElement().satisfies(mutant -> {
            assertThat(mutant.kills()).containsOnlyKeys("mean").containsValue(3);
            assertThat(mutant.groups()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"seed\": 7, \"passed\": true, \"seconds\": 0.5} | mutants",
                "{\"seed\": 7, \"passed\": true, \"seconds\": 0.5, \"mutants\": null} | mutants",
                "{\"seed\": \"x\", \"passed\": true, \"seconds\": 0.5, \"mutants\": []} | seed",
                "{\"seed\": 7, \"passed\": true, \"seconds\": 0.5, \"mutants\": [{\"name\": \"m\"}]} | mutants[0]",
                "null | expected a MutationSummary, found null",
                "{ | mutants.json",
            })
    void malformedFilesAreRefusedInWords(String json, String message) throws IOException {
        Path file = write(json);
        assertThatIOException()
                .isThrownBy(() -> MutationSummary.read(file))
                .withMessageContaining("mutants.json")
                .withMessageContaining(message);
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("mutants.json"), json);
    }
}
