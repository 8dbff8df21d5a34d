// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.Shape;
import org.junit.jupiter.api.Test;

/** Expected values: {@code sklearn.datasets.load_digits()}, which is the same test set in the same order. */
class DigitsTest {
    @Test
    void holdsTheTestSetInItsOrder() {
        LabelledImages digits = Digits.load();
        float[] pixels = digits.images().data();
        assertThat(digits.images().shape()).isEqualTo(Shape.of(1797, 64));
        assertThat(pixels).startsWith(0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0);
        double sum = 0;
        for (float pixel : pixels) {
            assertThat(pixel).isBetween(0f, 16f);
            sum += pixel;
        }
        assertThat(sum).isEqualTo(561_718);
        int[] counts = new int[10];
        for (int label : digits.labels()) {
            counts[label]++;
        }
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        assertThat(digits.labels()).startsWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).endsWith(9, 0, 8, 9, 8);
    }

    @Test
    void givesEachCallerACopy() {
        Digits.load().images().data()[0] = 99;
        assertThat(Digits.load().images().data()[0]).isZero();
    }
}
