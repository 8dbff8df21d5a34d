// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initium.Shape;
import org.initium.verification.identify.fit.FanConvention.Fans;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    /** Kernels (3, 3, 16, 32): Keras 144 and 288; by TensorFlow Java's loop 3 * 3 * 16 * 16 = 2304 and 4608. */
    @ParameterizedTest
    @CsvSource({
        "KERAS, 144, 288",
        "PYTORCH, 1536, 1536",
        "SWAPPED, 288, 144",
        "NO_RECEPTIVE_FIELD, 16, 32",
        "CHANNELS_TWICE, 2304, 4608",
    })
    void countsFans(FanConvention convention, double in, double out) {
        assertThat(convention.fans(Shape.of(3, 3, 16, 32))).isEqualTo(new Fans(in, out));
    }

    @ParameterizedTest
    @CsvSource({"KERAS, 784, 128", "PYTORCH, 128, 784", "SWAPPED, 128, 784", "CHANNELS_TWICE, 784, 128"})
    void countsFansOfMatrices(FanConvention convention, double in, double out) {
        assertThat(convention.fans(Shape.of(784, 128))).isEqualTo(new Fans(in, out));
        assertThat(convention.fans(Shape.of(7))).isEqualTo(new Fans(7, 7));
        assertThat(convention.fans(Shape.of())).isEqualTo(new Fans(1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "random_uniform",
                "random_normal",
                "truncated_normal",
                "small_random",
                "variance_scaling",
                "glorot_uniform",
                "glorot_normal",
                "he_uniform",
                "he_normal",
                "lecun_uniform",
                "lecun_normal"
            })
    void hasKerassLaws(String name) {
        for (Shape shape : List.of(Shape.of(784, 128), Shape.of(3, 3, 16, 32), Shape.of(17), Shape.of())) {
            ExpectedLaw.Random law = find(name, shape).law();
            ExpectedLaw.Random expected = (ExpectedLaw.Random) Recipes.of(name, shape);
            assertThat(law).hasSameClassAs(expected);
            assertThat(law.stddev()).isCloseTo(expected.stddev(), within(1e-14));
            assertThat(law.mean()).isEqualTo(expected.mean());
        }
    }

    /** Python 3: the formulas of the libraries' documentation or source for shape (3, 3, 16, 32), as limit or standard deviation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "torch.nn.init.kaiming_uniform_(a=sqrt(5)) | 0.02551551815399144", // 1 / sqrt(1536)
                "DJL XavierInitializer() | 0.0625", // sqrt(12 / 3072)
                "Deeplearning4j LECUN_UNIFORM | 0.25", // 3 / sqrt(144)
                "Encog XaiverRandomizer | 0.09622504486493763", // 2 / sqrt(432)
                "Neuroph He uniform | 0.35355339059327373", // 3 sqrt(2 / 144)
                "KotlinDL Glorot uniform | 0.11785113019775792", // sqrt(6 / 432)
                "TensorFlow Java Glorot uniform | 0.02946278254943948", // sqrt(6 / 6912)
            })
    void hasOtherLibrariesLimits(String name, double limit) {
        ExpectedLaw.Random law = find(name, Shape.of(3, 3, 16, 32)).law();
        assertThat(law.upper()).isCloseTo(limit, within(1e-15));
        boolean positive = name.contains("Kotlin") || name.contains("TensorFlow");
        assertThat(law.lower()).isEqualTo(positive ? 0 : -law.upper());
    }

    /** Each law occurs once, however many initializers give it, and no weight is lost. */
    @Test
    void lawsAreDistinct() {
        for (Shape shape : List.of(Shape.of(64, 64), Shape.of(784, 128), Shape.of(3, 3, 16, 32), Shape.of(9))) {
            List<Hypothesis> all = Catalogue.of(shape);
            for (Hypothesis a : all) {
                for (Hypothesis b : all) {
                    boolean same = a.law().getClass() == b.law().getClass()
                            && Math.abs(a.law().stddev() / b.law().stddev() - 1) < 1e-7
                            && a.law().mean() * b.law().stddev()
                                    == b.law().mean() * a.law().stddev();
                    assertThat(same).as("%s and %s", a, b).isEqualTo(a == b);
                }
            }
            Set<String> names = new HashSet<>();
            all.forEach(h -> h.names().forEach(name -> names.add(name.toString())));
            assertThat(names).containsAll(Catalogue.labels());
        }
    }

    private static Hypothesis find(String name, Shape shape) {
        return Catalogue.of(shape).stream()
                .filter(h -> h.names().stream().anyMatch(n -> n.toString().equals(name)))
                .findFirst()
                .orElseThrow();
    }
}
