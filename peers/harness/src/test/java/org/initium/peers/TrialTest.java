// SPDX-License-Identifier: Apache-2.0
package org.initium.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.initium.Shape;
import org.initium.peers.Candidate.Drawn;
import org.initium.results.PeerFindings.Failure;
import org.initium.results.PeerFindings.Finding;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;
import org.junit.jupiter.api.Test;

/** A right initializer fails once in 10^8 seeds, and the seeds are fixed. */
class TrialTest {
    private static final Shape SHAPE = Shape.of(300, 77);

    @Test
    void aRightInitializerPasses() {
        Finding finding = finding(source(u -> 2 * u - 1));
        assertThat(finding.failures()).isEmpty();
        assertThat(finding.does()).isEmpty();
        assertThat(finding.figures().elements()).isEqualTo(Trial.ELEMENTS);
        // One standard deviation of the mean of 2^20 elements is 2^-10.
        assertThat(finding.figures().mean()).isBetween(-0.006, 0.006);
        assertThat(finding.figures().ratio()).isBetween(0.995, 1.005);
        assertThat(finding.figures().least()).isGreaterThanOrEqualTo(-Math.sqrt(3));
    }

    /** A forgotten shift: half the deviation, and the mean half the limit, which is √3 / 2 deviations. */
    @Test
    void weightsThatAreNeverNegativeAreSeenAndNamed() {
        Finding finding = finding(source(u -> u));
        assertThat(finding.figures().ratio()).isBetween(0.498, 0.502);
        assertThat(finding.figures().mean()).isBetween(0.863, 0.869);
        assertThat(finding.failures())
                .extracting(Failure::check)
                .contains("mean", "kolmogorov_smirnov", "anderson_darling");
        assertThat(finding.failures())
                .extracting(Failure::elements)
                .isSorted()
                .first()
                .isEqualTo(64L);
        assertThat(finding.does()).isEqualTo("U[0, 1)");
        assertThat(finding.confirmed()).isTrue();
    }

    @Test
    void aLawThatIsTriedInVainIsNotConfirmed() {
        assertThat(finding(source(u -> u - 0.25)).confirmed()).isFalse();
    }

    /** Every sixteenth row repeats the one before it, so that a sixteenth is the correlation along the columns. */
    @Test
    void dependenceWithinATensorIsSeen() {
        Finding finding = finding((shape, seed) -> {
            double[] values = new SplittableRandom(seed)
                    .doubles(shape.size())
                    .map(u -> 2 * u - 1)
                    .toArray();
            int columns = shape.dim(1);
            for (int row = 16; row < shape.dim(0); row += 16) {
                System.arraycopy(values, (row - 1) * columns, values, row * columns, columns);
            }
            return Drawn.of(shape, values);
        });
        // 1/16 is nine standard deviations of 32,768 elements less the largest lag, and four of 16,384.
        assertThat(finding.failures()).extracting(Failure::check).containsExactly("serial_correlation");
        assertThat(finding.failures()).extracting(Failure::elements).containsExactly(32_768L);
    }

    @Test
    void weightsThatHaveNothingOfTheirSeedAreSeen() {
        assertThat(finding((shape, seed) -> Drawn.of(
                                shape,
                                new SplittableRandom(1)
                                        .doubles(shape.size(), -1, 1)
                                        .toArray()))
                        .failures())
                .extracting(Failure::check)
                .contains("other_seed");
    }

    @Test
    void aLawMayBeConfirmedBesidesZeros() {
        Candidate candidate = Candidate.of("some zeros", source(u -> u < 0.01 ? 0 : 2 * (u - 0.01) / 0.99 - 1))
                .documented("source", "link", "says", Laws.always(Recipes.symmetricUniform(1)))
                .on(SHAPE)
                .doesBesidesZeros("some are 0", Laws.always(Recipes.symmetricUniform(1)));
        Finding finding = new Trial(candidate, SHAPE).findings().get(0);
        assertThat(finding.failures()).extracting(Failure::check).contains("equal_bins");
        assertThat(finding.confirmed()).isTrue();
        // Five standard deviations of the share are 5 sqrt(0.01 * 0.99 / 2^20) = 0.0005.
        assertThat(finding.figures().zeros()).isBetween(0.0095, 0.0105);
        Candidate plain = candidate.does("all", Laws.always(Recipes.symmetricUniform(1)));
        assertThat(new Trial(plain, SHAPE).findings().get(0).confirmed()).isFalse();
    }

    @Test
    void noSeedIsZero() {
        Set<Long> seeds = new TreeSet<>();
        Finding finding = finding((shape, seed) -> {
            seeds.add(seed);
            return source(u -> 2 * u - 1).draw(shape, seed);
        });
        assertThat(finding.failures()).isEmpty();
        assertThat(seeds).hasSize(Math.ceilDiv(Trial.ELEMENTS, SHAPE.intSize())).doesNotContain(0L);
    }

    @Test
    void anotherShapeIsNamed() {
        Finding finding = finding((shape, seed) -> new Drawn(Shape.of(77, 300), new float[(int) shape.size()]));
        assertThat(finding.failures()).containsExactly(new Failure("shape", SHAPE.size(), "has shape (77, 300)"));
        assertThat(finding.figures().mean()).isNaN();
    }

    @Test
    void anExceptionIsNamedByItsFirstLine() {
        Finding finding = finding((shape, seed) -> {
            throw new IllegalStateException("first\nsecond");
        });
        assertThat(finding.failures()).containsExactly(new Failure("draws", 0, "IllegalStateException: first"));
    }

    @Test
    void constantsAreJudgedElementByElement() {
        Candidate ones = Candidate.of("ones", source(u -> 1))
                .documented("x", "y", "z", Laws.always(new ExpectedLaw.Constant(1)))
                .on(SHAPE);
        assertThat(new Trial(ones, SHAPE).findings().get(0).failures()).isEmpty();
        Candidate zeros = Candidate.of("zeros", source(u -> 0))
                .documented("x", "y", "z", Laws.always(new ExpectedLaw.Constant(1)))
                .on(SHAPE);
        assertThat(new Trial(zeros, SHAPE).findings().get(0).failures())
                .extracting(Failure::check)
                .containsExactly("exact_values");
    }

    @Test
    void fansFollowTheLayout() {
        assertThat(Fans.inputsFirst(Shape.of(3, 3, 16, 32))).isEqualTo(new Fans(144, 288));
        assertThat(Fans.outputsFirst(Shape.of(32, 16, 3, 3))).isEqualTo(new Fans(144, 288));
    }

    private static Finding finding(Candidate.Source source) {
        Candidate candidate = Candidate.of("uniform", source)
                .documented("source", "link", "says", Laws.always(Recipes.symmetricUniform(1)))
                .on(SHAPE)
                .does("U[0, 1)", Laws.always(new ExpectedLaw.Uniform(0, 1)));
        List<Finding> findings = new Trial(candidate, SHAPE).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Candidate.Source source(DoubleUnaryOperator ofUniform) {
        return (shape, seed) -> Drawn.of(
                shape,
                new SplittableRandom(seed).doubles(shape.size()).map(ofUniform).toArray());
    }
}
