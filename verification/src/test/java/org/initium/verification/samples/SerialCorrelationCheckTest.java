// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.initium.Shape;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialCorrelationCheckTest {
    private static final int N = 50_000;
    private static final double ALPHA = 1e-9;
    private static final SerialCorrelationCheck CHECK = SerialCorrelationCheck.ofStream();

    static List<ExpectedLaw.Random> laws() {
        return RightSamples.LAWS;
    }

    private static boolean passes(float[] sample) {
        return CHECK.check(sample, RightSamples.NORMAL, ALPHA).passed();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aRightSamplePasses(ExpectedLaw.Random law) {
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(CHECK.check(RightSamples.of(law, seed, N), law, ALPHA).passed())
                    .isTrue();
        }
    }

    /** One element in ten repeats the one that many places before it, or its negative: the law is right. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64})
    void anElementThatRepeatsAnEarlierOneIsFound(int lag) {
        float[] same = RightSamples.of(RightSamples.NORMAL, 1, N);
        float[] opposite = same.clone();
        for (int i = lag; i < N; i += 10) {
            same[i] = same[i - lag];
            opposite[i] = -opposite[i - lag];
        }
        for (float[] sample : List.of(same, opposite)) {
            assertThat(passes(sample)).isFalse();
            assertThat(new KolmogorovSmirnovCheck()
                            .check(sample, RightSamples.NORMAL, ALPHA)
                            .passed())
                    .isTrue();
        }
    }

    @Test
    void sixtyFourPlacesAreItsReach() {
        float[] sample = RightSamples.of(RightSamples.NORMAL, 1, N);
        for (int i = 65; i < N; i += 130) {
            System.arraycopy(sample, i - 65, sample, i, Math.min(65, N - i));
        }
        assertThat(passes(sample)).isTrue();
    }

    @Test
    void aSampleNoLongerThanTheLagsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> passes(RightSamples.of(RightSamples.NORMAL, 1, 64)));
        assertThatIllegalArgumentException().isThrownBy(() -> passes(RightSamples.of(RightSamples.NORMAL, 1, 80)));
    }

    @Test
    void aShapeSuggestsItsNeighbours() {
        assertThat(SerialCorrelationCheck.of(Shape.of(3, 5, 7, 11)).lags())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 11, 77, 385, 577);
        // Tensors of few elements follow each other, with nothing to do with each other.
        assertThat(SerialCorrelationCheck.of(Shape.of()).lags()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(SerialCorrelationCheck.of(Shape.of(64, 1)).lags()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 32);
    }

    /** What follows the right law and is anything but independent; with other seeds a right sample would fail once in 10^9 times. */
    @Test
    void dependenceWithinATensorIsFound() {
        Shape shape = Shape.of(25, 20);
        int size = shape.intSize();
        float[] right = RightSamples.of(RightSamples.NORMAL, 1, 200 * size);
        assertThat(passes(shape, right)).isTrue();
        for (Consumer<float[]> change : List.<Consumer<float[]>>of(
                Arrays::sort,
                w -> IntStream.range(0, size / 2).forEach(i -> w[2 * i + 1] = -w[2 * i]),
                w -> IntStream.range(0, size / 2).forEach(i -> w[size / 2 + i] = -w[i]),
                w -> IntStream.range(20, size).filter(i -> i % 5 == 0).forEach(i -> w[i] = w[i - 20]))) {
            float[] wrong = right.clone();
            for (int t = 0; t < 200; t++) {
                float[] tensor = Arrays.copyOfRange(wrong, t * size, (t + 1) * size);
                change.accept(tensor);
                System.arraycopy(tensor, 0, wrong, t * size, size);
            }
            assertThat(passes(shape, wrong)).isFalse();
        }
    }

    private static boolean passes(Shape shape, float[] sample) {
        return SerialCorrelationCheck.of(shape)
                .check(sample, RightSamples.NORMAL, ALPHA)
                .passed();
    }

    @Test
    void lagsAreSomeAndOneOrMore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SerialCorrelationCheck(List.of()))
                .withMessageContaining("lags are []");
        assertThatIllegalArgumentException().isThrownBy(() -> new SerialCorrelationCheck(List.of(0, 1)));
    }
}
