// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.initium.Shape;
import org.initium.init.Orthogonal;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.plan.EigenphaseData;
import org.initium.verification.plan.EigenphaseData.Phases;
import org.junit.jupiter.api.Test;

class EigenphasesTest {
    /** A quarter turn has the phase of 90 degrees, the first bin of the second half; a mirror has 1 and -1. */
    @Test
    void phasesOfKnownMatrices() {
        float[] turn = {0, -1, 1, 0};
        float[] mirror = {1, 0, 0, -1};
        Phases phases = Eigenphases.of("known", List.of(turn, turn, mirror), 2, Key.of(1))
                .samples()
                .get(0);
        assertThat(phases.plusOne()).isEqualTo(1);
        assertThat(phases.minusOne()).isEqualTo(1);
        long[] expected = new long[24];
        expected[12] = 2;
        assertThat(phases.counts()).containsExactly(expected);
    }

    /** Every eigenvalue is counted once: pairs twice, for one of them is shown. */
    @Test
    void haarMatricesAreFlatAndRawFactorsAreNot() {
        int matrices = 2000;
        EigenphaseData data = Eigenphases.of("orthogonal", draw(matrices), 8, Key.of(2));
        assertThat(data.expected()).isCloseTo(matrices * 7 / 2.0 / 24, within(1e-9));
        Phases own = data.samples().get(0);
        assertThat(2 * LongStream.of(own.counts()).sum() + own.plusOne() + own.minusOne())
                .isEqualTo(8L * matrices);
        // Half the matrices are reflections, which have both at even order; 5 standard deviations, one seed in 1.7
        // million.
        assertThat((double) own.plusOne()).isCloseTo(matrices / 2.0, within(5 * Math.sqrt(matrices) / 2));
        assertThat(own.minusOne()).isEqualTo(own.plusOne());
        assertThat(outside(data, own)).isZero();
        assertThat(outside(data, data.samples().get(1))).isGreaterThan(5);
    }

    private static List<float[]> draw(int matrices) {
        return IntStream.range(0, matrices)
                .mapToObj(m -> Orthogonal.DEFAULT.create(
                        Shape.of(8, 8), Samplers.of(Key.of(7).child(m))))
                .toList();
    }

    private static long outside(EigenphaseData data, Phases phases) {
        return LongStream.of(phases.counts())
                .filter(count -> count < data.lower() || count > data.upper())
                .count();
    }
}
