// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SpeedupTest {
    /** A handful of roundings of numbers below 10. */
    private static final Offset<Double> ROUNDING = Offset.offset(1e-13);

    private static JmhBenchmark row(String unit, double... forks) {
        double[][] data = new double[forks.length][];
        for (int i = 0; i < forks.length; i++) {
            data[i] = new double[] {forks[i]};
        }
        return Samples.row("GemmBenchmark.initium", Map.of(), unit, data);
    }

    @Test
    void isThePeersTimeOverOnesOwn() {
        Speedup speedup = Speedup.of(List.of(row("us/op", 1, 4)), List.of(row("ns/op", 4000, 4000)));
        // The geometric mean of 1 and 4 is 2.
        assertThat(speedup.ratio()).isCloseTo(2, ROUNDING);
    }

    /** Of one pair the interval is that of the comparison of runs. */
    @Test
    void theIntervalIsWelchs() {
        double[] own = {1, 1.1, 1.2};
        double[] peer = {2, 2.1, 2.3};
        Speedup speedup = Speedup.of(List.of(row("s/op", own)), List.of(row("s/op", peer)));
        double half = ForkRatio.of(own, peer).halfWidth(0.025);
        assertThat(Math.log(speedup.high() / speedup.ratio())).isCloseTo(half, ROUNDING);
        assertThat(Math.log(speedup.ratio() / speedup.low())).isCloseTo(half, ROUNDING);
    }

    @Test
    void severalPairsGiveTheGeometricMean() {
        JmhBenchmark one = row("s/op", 1, 1);
        Speedup speedup = Speedup.of(List.of(one, one), List.of(row("s/op", 2, 2), row("s/op", 8, 8)));
        assertThat(speedup.ratio()).isCloseTo(4, ROUNDING);
        assertThat(speedup.low()).isCloseTo(4, ROUNDING);
    }

    @Test
    void oneForkHasNoInterval() {
        Speedup speedup = Speedup.of(List.of(row("s/op", 1)), List.of(row("s/op", 3, 3)));
        assertThat(speedup.ratio()).isCloseTo(3, ROUNDING);
        assertThat(speedup.low()).isNaN();
        assertThat(speedup.high()).isNaN();
    }

    @Test
    void refusesWhatIsNoPair() {
        JmhBenchmark one = row("s/op", 1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> Speedup.of(List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Speedup.of(List.of(one, one), List.of(one)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Speedup.of(List.of(one), List.of(row("rows/op", 1, 1))))
                .withMessageContaining("without a time");
    }
}
