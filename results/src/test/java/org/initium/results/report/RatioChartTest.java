// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initium.results.Comparison;
import org.initium.results.Verdict;
import org.junit.jupiter.api.Test;

class RatioChartTest {
    @Test
    void theAxisHoldsEveryIntervalAndOneIsInTheMiddle() {
        Comparison.Row row = new Comparison.Row(
                "GemmBenchmark.initium", "us/op", true, 1, 2, 5, 5, 2, 1, 4, 0.001, 0.1, Verdict.SLOWER, "", false);
        String chart = RatioChart.of(0.05, List.of(row)).toString();
        // the axis ends at 4 ^ 1.1, 310 from the middle: 2 lies at 320 + 310 / 2.2, 4 at 320 + 310 / 1.1
        assertThat(chart)
                .contains("class=\"interval slower\" x1=\"320\" y1=\"30\" x2=\"601.82\" y2=\"30\"")
                .contains("class=\"point slower\" cx=\"460.91\"")
                .contains(">Gemm.initium<");
    }

    @Test
    void aRatioOffTheChartStaysAtItsEdge() {
        Comparison.Row row = new Comparison.Row(
                "A.b", "us/op", true, 1, 50, 5, 5, 50, 20, 125, 0.001, 0.1, Verdict.SLOWER, "", false);
        assertThat(RatioChart.of(0.05, List.of(row)).toString()).contains("class=\"point slower\" cx=\"630\"");
    }
}
