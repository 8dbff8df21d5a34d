// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initium.init.Law;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeclaredLawCheckTest {
    private record Pair(Law declared, ExpectedLaw expected) {}

    static List<Pair> right() {
        return List.of(
                new Pair(new Law.Uniform(-0.1, 0.1), new ExpectedLaw.Uniform(-0.1, 0.1)),
                new Pair(new Law.Normal(2, 0.1), new ExpectedLaw.Normal(2, Math.nextUp(0.1))),
                new Pair(new Law.TruncatedNormal(0, 0.3), new ExpectedLaw.TruncatedNormal(0, 0.3)),
                new Pair(new Law.Constant(-1), new ExpectedLaw.Constant(-1)),
                new Pair(new Law.Structured("identity", 1 / 3.0, Math.sqrt(2) / 3, 0, 1), identity()),
                new Pair(new Law.Structured("Haar", 0, 0.25, -1, 1), new ExpectedLaw.Haar(16, 3, 1)));
    }

    static List<Pair> wrong() {
        return List.of(
                new Pair(new Law.Uniform(-0.1, 0.1), new ExpectedLaw.Uniform(-0.1000000000001, 0.1000000000001)),
                new Pair(new Law.Uniform(-0.1, 0.1), new ExpectedLaw.Normal(0, 0.1 / Math.sqrt(3))),
                new Pair(new Law.Normal(0, 0.1), new ExpectedLaw.TruncatedNormal(0, 0.1)),
                new Pair(new Law.Normal(Double.NaN, 0.1), new ExpectedLaw.Normal(0, 0.1)),
                new Pair(new Law.Normal(1e-300, 0.1), new ExpectedLaw.Normal(0, 0.1)),
                new Pair(new Law.TruncatedNormal(0, 0.3), new ExpectedLaw.TruncatedNormal(0, 0.3 / 0.8796)),
                new Pair(new Law.Constant(0), new ExpectedLaw.Constant(1)),
                new Pair(new Law.Structured("identity", 1 / 2.0, Math.sqrt(2) / 3, 0, 1), identity()),
                new Pair(new Law.Structured("Haar", 0, 1 / Math.sqrt(3), -1, 1), new ExpectedLaw.Haar(16, 3, 1)));
    }

    private static ExpectedLaw identity() {
        return new ExpectedLaw.Identity(3, 3, 1);
    }

    @ParameterizedTest
    @MethodSource("right")
    void theSameLawPasses(Pair pair) {
        assertThat(DeclaredLawCheck.check(pair.declared, pair.expected).passed())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void anotherLawFails(Pair pair) {
        assertThat(DeclaredLawCheck.check(pair.declared, pair.expected).passed())
                .isFalse();
    }

    /** The family is right, and so are its parameters: it is its standard deviation that is not. */
    @Test
    void theVerdictNamesTheFigure() {
        Law declared = new Law.Structured("Haar", 0, 0.26, -1, 1);
        assertThat(DeclaredLawCheck.check(declared, new ExpectedLaw.Haar(16, 3, 1))
                        .detail())
                .endsWith("; standard deviation 0.26, expected 0.25");
        assertThat(DeclaredLawCheck.check(new Law.Normal(Double.NaN, 0.1), new ExpectedLaw.Normal(0, 0.1))
                        .detail())
                .endsWith("; mean NaN, expected 0.0");
        assertThat(DeclaredLawCheck.check(new Law.Constant(1), new ExpectedLaw.Constant(1))
                        .detail())
                .doesNotContain(";");
    }

    /** A relative error that is exact in doubles: what is stated is found, half of it may be the expected figure's rounding. */
    @Test
    void theDetectableErrorIsFound() {
        Law right = new Law.Normal(0, 0.25);
        double size = DeclaredLawCheck.check(right, new ExpectedLaw.Normal(0, 0.25))
                .detects()
                .size();
        assertThat(size).isEqualTo(0x1p-48);
        assertThat(DeclaredLawCheck.check(new Law.Normal(0, 0.25 * (1 + size)), new ExpectedLaw.Normal(0, 0.25))
                        .passed())
                .isFalse();
        assertThat(DeclaredLawCheck.check(new Law.Normal(0, 0.25 * (1 + size / 2)), new ExpectedLaw.Normal(0, 0.25))
                        .passed())
                .isTrue();
    }

    @Test
    void theVerdictNamesBothLaws() {
        assertThat(DeclaredLawCheck.check(new Law.Constant(0), new ExpectedLaw.Constant(1))
                        .detail())
                .contains("Constant[value=0.0]")
                .contains("Constant[value=1.0]");
    }
}
