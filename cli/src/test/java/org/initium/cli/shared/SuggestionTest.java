// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    /** Known distances: kitten/sitting 3 and saturday/sunday 3 (Wagner and Fischer's classic examples). */
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "saturday, sunday, 3", "'', abc, 3", "abc, '', 3", "abc, abc, 0", "ab, ba, 2"})
    void countsEdits(String a, String b, int edits) {
        assertThat(Suggestion.edits(a, b)).isEqualTo(edits);
    }

    @Test
    void suggestsOnlyWhatIsNear() {
        List<String> names = List.of("he_normal", "he_uniform", "zeros");
        assertThat(Suggestion.closest("he_norml", names)).contains("he_normal");
        assertThat(Suggestion.closest("HE_UNIFORM", names)).isEmpty();
        assertThat(Suggestion.closest("zero", names)).contains("zeros");
        assertThat(Suggestion.closest("xavier", names)).isEmpty();
    }
}
