// SPDX-License-Identifier: Apache-2.0
package org.initium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
    @ParameterizedTest
    @CsvSource({
        "'784,128', '(784, 128)', 100352",
        "'784x128', '(784, 128)', 100352",
        "'3x3 x 16,32', '(3, 3, 16, 32)', 4608",
        "'3', '(3,)', 3",
        "' 2, 0 ', '(2, 0)', 0",
        "'50000,50000', '(50000, 50000)', 2500000000"
    })
    void parse(String text, String printed, long size) {
        Shape shape = Shape.parse(text);
        assertThat(shape).hasToString(printed);
        assertThat(shape.size()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "3,", "-1", "3,-2", "a", "3x", "x4", "3xx4", "3X4", "1.5", "2147483648"})
    void badTextIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.parse(text)).withMessageContaining("shape");
    }

    @Test
    void dimensions() {
        Shape shape = Shape.of(2, 3, 5);
        assertThat(shape.dim(0)).isEqualTo(2);
        assertThat(shape.dim(-1)).isEqualTo(5);
        assertThat(shape.rank()).isEqualTo(3);
        assertThat(Shape.of().size()).isEqualTo(1);
        assertThat(shape).isEqualTo(Shape.parse("2,3,5")).isNotEqualTo(Shape.of(3, 2, 5));
    }

    /** A dimension of 0 makes the size 0 whatever the others are; without one, 2^63 elements are too many. */
    @Test
    void sizeIsExact() {
        int big = Integer.MAX_VALUE;
        assertThat(Shape.of(big, big).size()).isEqualTo((long) big * big);
        assertThat(Shape.of(0, big, big, big).size()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(big, big, big))
                .withMessageEndingWith("has more than 2^63-1 elements");
    }

    @Test
    void sliceLiesInsideItsTensor() {
        assertThat(Slice.all(Shape.of(2, 3))).isEqualTo(new Slice(6, 0, 6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slice(10, 4, 7))
                .withMessage("slice of 7 elements from element 4 does not lie inside a tensor of 10 elements");
        assertThatIllegalArgumentException().isThrownBy(() -> new Slice(10, -1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Slice(Long.MIN_VALUE, 1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Slice(10, Long.MAX_VALUE, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tensor(Shape.of(2, 2), new float[3]))
                .withMessage("data has 3 elements, shape (2, 2) has 4");
    }
}
