// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.initium.Shape;
import org.initium.init.Initializers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipesTest {
    /** Fans as Keras's documentation counts them, worked out by hand. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "784,128   | 784 | 128",
                "64,1      | 64  | 1",
                "17        | 17  | 17",
                "32,8,16   | 256 | 512",
                "3,5,7,11  | 105 | 165",
                "2,3,5,7,2 | 210 | 60",
            })
    void fansAreThoseOfTheDocumentation(String shape, double in, double out) {
        assertThat(Recipes.fanIn(Shape.parse(shape))).isEqualTo(in);
        assertThat(Recipes.fanOut(Shape.parse(shape))).isEqualTo(out);
    }

    @Test
    void aScalarHasOneInputAndOneOutput() {
        assertThat(Recipes.fanIn(Shape.of())).isEqualTo(1);
        assertThat(Recipes.fanOut(Shape.of())).isEqualTo(1);
    }

    /** The papers' variances for (3, 5, 7, 11), in = 105 and out = 165. */
    @ParameterizedTest
    @CsvSource({
        "glorot_uniform, 0.007407407407407408",
        "glorot_normal, 0.007407407407407408",
        "he_uniform, 0.01904761904761905",
        "he_normal, 0.01904761904761905",
        "lecun_uniform, 0.009523809523809525",
        "lecun_normal, 0.009523809523809525",
        "variance_scaling, 0.009523809523809525",
        "random_uniform, 0.0008333333333333334",
        "random_normal, 0.0025",
        "small_random, 0.0001",
    })
    void variancesAreThoseOfThePapers(String name, double variance) {
        ExpectedLaw.Random law = (ExpectedLaw.Random) Recipes.of(name, Shape.of(3, 5, 7, 11));
        assertThat(law.stddev() * law.stddev()).isCloseTo(variance, within(1e-15 * variance * 8));
        assertThat(law.mean()).isZero();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameOfTheEngineHasARecipe(String name) {
        Shape shape = switch (name) {
            case "stft", "dirac", "delta_orthogonal" -> Shape.of(6, 1, 4);
            default -> Shape.of(6, 4);
        };
        assertThat(Recipes.of(name, shape)).isNotNull();
    }

    static Iterable<String> names() {
        return Initializers.names();
    }

    @Test
    void aNameWithoutRecipeIsRefused() {
        assertThatThrownBy(() -> Recipes.of("he_cauchy", Shape.of(6, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'he_cauchy'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stft", "dirac", "delta_orthogonal", "sparse"})
    void shapesWithoutKernelAreRefused(String name) {
        assertThatThrownBy(() -> Recipes.of(name, Shape.of(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(7,)");
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Recipes.of("identity", Shape.of(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(3,)");
        assertThatThrownBy(() -> Recipes.of("orthogonal", Shape.of(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(3,)");
    }
}
