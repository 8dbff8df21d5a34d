// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initium.random.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {
    private final Dataset data =
            new Dataset(5, new float[] {1, 1, 2, 2, 3, 3, 4, 4, 5, 5}, new float[] {10, 20, 30, 40, 50});

    /** Python: int(math.floor(n * (1.0 - fraction))), as keras.src.trainers.data_adapters.array_slicing computes it. */
    @ParameterizedTest
    @CsvSource({"0.2, 4", "0.25, 3", "0.5, 2", "0.9, 0", "0.01, 4", "0.6, 2"})
    void setsTheLastSamplesAside(double fraction, int training) {
        if (training == 0) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> data.split(fraction))
                    .withMessage("validation fraction 0.9 of 5 samples leaves 0 for training and 5 for validation,"
                            + " expected 1 or more of each");
            return;
        }
        Dataset.Split split = data.split(fraction);
        assertThat(split.training().size()).isEqualTo(training);
        assertThat(split.validation().size()).isEqualTo(5 - training);
        assertThat(split.training().targets()[0]).isEqualTo(10);
        assertThat(split.validation().targets()[0]).isEqualTo(10 * (training + 1));
        assertThat(split.validation().features()).hasSize(2 * (5 - training)).endsWith(5, 5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 1.5, Double.NaN})
    void refusesImpossibleFractions(double fraction) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.split(fraction))
                .withMessage(
                        "validation fraction is " + fraction + ", expected a number between 0 and 1, both excluded");
    }

    @Test
    void shufflesRowsAsWholes() {
        float[] features = new float[200];
        float[] targets = new float[100];
        for (int i = 0; i < 100; i++) {
            features[2 * i] = i;
            features[2 * i + 1] = -i;
            targets[i] = 1000 + i;
        }
        Dataset original = new Dataset(100, features, targets);
        Dataset shuffled = original.shuffled(Key.of(7));
        for (int i = 0; i < 100; i++) {
            assertThat(shuffled.features()[2 * i]).isEqualTo(shuffled.targets()[i] - 1000);
            assertThat(shuffled.features()[2 * i + 1]).isEqualTo(1000 - shuffled.targets()[i]);
        }
        assertThat(shuffled.targets())
                .containsExactlyInAnyOrder(targets)
                .isNotEqualTo(targets)
                .isEqualTo(original.shuffled(Key.of(7)).targets())
                .isNotEqualTo(original.shuffled(Key.of(8)).targets());
        assertThat(original.features()).startsWith(0, 0, 1, -1);
    }

    @Test
    void gathersRows() {
        float[] x = new float[6];
        float[] y = new float[3];
        data.gather(new int[] {0, 4, 2, 1}, 1, 2, x, y);
        assertThat(x).containsExactly(5, 5, 3, 3, 0, 0);
        assertThat(y).containsExactly(50, 30, 0);
    }

    @Test
    void refusesRaggedRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset(2, new float[3], new float[2]))
                .withMessage("features has 3 elements, expected the same number, 1 or more, for each of 2 samples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset(2, new float[2], new float[0]))
                .withMessage("targets has 0 elements, expected the same number, 1 or more, for each of 2 samples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset(0, new float[0], new float[0]))
                .withMessage("size is 0, expected 1 sample or more");
    }

    @Test
    void classesAreScaledFeaturesAndLabels() {
        Dataset data = Dataset.ofClasses(new float[] {0, 8, 16, 4}, new int[] {3, 1}, 16);
        assertThat(data.features()).containsExactly(0, 0.5f, 1, 0.25f);
        assertThat(data.targets()).containsExactly(3, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.ofClasses(new float[2], new int[2], 0))
                .withMessage("divisor is 0.0, expected a finite number other than 0");
    }
}
