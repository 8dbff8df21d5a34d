// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.initium.random.Key;
import org.initium.random.NativeWords;
import org.junit.jupiter.api.Test;

class WordsBenchmarkTest {
    @Test
    void fillsTheWholeArrayWithTheKeysStream() {
        WordsBenchmark benchmark = new WordsBenchmark();
        benchmark.size = 100;
        benchmark.allocate();
        int[] expected = new int[100];
        NativeWords.fill(Key.of(FillBenchmark.SEED), 0, 100, expected, 0);
        assertThat(benchmark.initium()).isEqualTo(expected);
        assertThat(Arrays.stream(expected).distinct().count()).isGreaterThan(90);
    }
}
