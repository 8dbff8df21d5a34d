// SPDX-License-Identifier: Apache-2.0
package org.initium.init.conv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class NamedWindowTest {
    static List<JsonNode> recordings() {
        return Recordings.of("windows.json", "windows");
    }

    /**
     * SciPy's values. No window has more than 16 operations to a value, the argument of its sine or cosine is at most 4 pi,
     * and nothing in between exceeds 2: {@code (16 * 2 + 4 pi) 2^-53 < 2^-47}.
     */
    @ParameterizedTest
    @MethodSource("recordings")
    void agreesWithSciPy(JsonNode recording) {
        int length = recording.get("length").asInt();
        double[] w = NamedWindow.of(recording.get("name").asString())
                .values(length, recording.get("periodic").asBoolean());
        assertThat(w).hasSize(length);
        for (int i = 0; i < length; i++) {
            assertThat(w[i]).isCloseTo(recording.get("values").get(i).asDouble(), within(0x1p-47));
        }
    }

    @Test
    void everyWindowIsRecorded() {
        Set<String> names = recordings().stream()
                .map(recording -> recording.get("name").asString())
                .collect(Collectors.toSet());
        names.add("none");
        for (NamedWindow window : NamedWindow.values()) {
            assertThat(names).contains(window.toString());
        }
        assertThat(names).hasSize(NamedWindow.values().length);
    }

    @ParameterizedTest
    @CsvSource({"han, HANN", "rect, BOXCAR", "bkh, BLACKMANHARRIS", "poisson, EXPONENTIAL", "none, NONE"})
    void aliases(String name, NamedWindow window) {
        assertThat(NamedWindow.of(name)).isEqualTo(window);
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamedWindow.of("kaiser"))
                .withMessageStartingWith("window 'kaiser' is unknown, expected one of none, boxcar, triang");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamedWindow.HANN.values(0, false))
                .withMessage("length of window hann is 0, expected 1 or more");
    }
}
