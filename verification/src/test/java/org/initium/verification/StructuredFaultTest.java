// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Law;
import org.initium.init.Sparse;
import org.initium.init.conv.DeltaOrthogonal;
import org.initium.init.conv.Dirac;
import org.initium.init.conv.NamedWindow;
import org.initium.init.conv.Stft.Scaling;
import org.initium.init.conv.Stft.Side;
import org.initium.init.conv.Stft;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.verification.groups.DeltaGroup;
import org.initium.verification.groups.ExactGroup;
import org.initium.verification.groups.FourierGroup;
import org.initium.verification.groups.SparseGroup;
import org.initium.verification.laws.DeltaLaw;
import org.initium.verification.laws.DiracLaw;
import org.initium.verification.laws.Recipes;
import org.initium.verification.laws.SparseLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.CheckResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Structured initializers with a fault, and the checks that must fail them. */
class StructuredFaultTest {
    private static final double ALPHA = 1e-9;
    private static final Shape MATRIX = Shape.of(25, 20);
    private static final Shape EVEN = Shape.of(4, 3, 6);

    private interface Damage {
        void to(float[] tensor, int offset);
    }

    private record Damaged(Initializer right, Damage damage) implements Initializer {
        @Override
        public Law law(Shape shape) {
            return right.law(shape);
        }

        @Override
        public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
            right.fill(shape, sampler, slice, out, offset);
            damage.to(out, offset);
        }
    }

    private static SparseLaw tenth() {
        return Recipes.sparse(MATRIX, 1, 10, 0.01);
    }

    @Test
    void zerosOnTheSameRowsAlways() {
        Initializer wrong = new Damaged(new Sparse(0, 0.01), (out, offset) -> {
            for (int i = 0; i < 3 * 20; i++) {
                out[offset + i] = 0;
            }
        });
        assertThat(failures(new SparseGroup("wrong", wrong, MATRIX, tenth())))
                .containsExactlyInAnyOrder("zero_rows", "declared_law");
    }

    /** The zeros replace the smallest values: what ranks drawn from the elements' own words would do. */
    @Test
    void zerosChosenByTheElementsThemselves() {
        Initializer wrong = new Damaged(new Sparse(0, 0.01), (out, offset) -> {
            for (int column = 0; column < 20; column++) {
                for (int zero = 0; zero < 3; zero++) {
                    int smallest = -1;
                    for (int row = 0; row < 25; row++) {
                        int at = offset + row * 20 + column;
                        smallest = out[at] != 0 && (smallest < 0 || out[at] < out[smallest]) ? at : smallest;
                    }
                    out[smallest] = 0;
                }
            }
        });
        assertThat(failures(new SparseGroup("wrong", wrong, MATRIX, tenth())))
                .contains("mean", "variance", "kolmogorov_smirnov")
                .doesNotContain("zero_count", "zero_rows");
    }

    /** 2 zeros in 25 and not 3: rounded down. */
    @Test
    void oneZeroTooFew() {
        assertThat(failures(new SparseGroup("wrong", new Sparse(0.08, 0.01), MATRIX, tenth())))
                .contains("zero_count", "declared_law");
    }

    @Test
    void sparseWithoutFaultPasses() {
        assertThat(failures(new SparseGroup("right", Sparse.DEFAULT, MATRIX, tenth())))
                .isEmpty();
    }

    /** One position too far: the other middle of an even size. */
    @Test
    void deltaInTheOtherMiddle() {
        Initializer wrong = new Damaged(DeltaOrthogonal.DEFAULT, (out, offset) -> {
            System.arraycopy(out, offset + 18, out, offset + 2 * 18, 18);
            Arrays.fill(out, offset + 18, offset + 2 * 18, 0);
        });
        assertThat(failures(new DeltaGroup("wrong", wrong, EVEN, new DeltaLaw(EVEN, 1), false)))
                .containsExactlyInAnyOrder("stray_values", "orthogonality");
        assertThat(failures(new DeltaGroup("right", DeltaOrthogonal.DEFAULT, EVEN, new DeltaLaw(EVEN, 1), false)))
                .isEmpty();
    }

    @Test
    void deltaThatIsNeverNegative() {
        Initializer wrong = new Damaged(DeltaOrthogonal.DEFAULT, (out, offset) -> {
            for (int i = offset; i < offset + EVEN.size(); i++) {
                out[i] = Math.abs(out[i]);
            }
        });
        assertThat(failures(new DeltaGroup("wrong", wrong, EVEN, new DeltaLaw(EVEN, 1), true)))
                .containsExactlyInAnyOrder("orthogonality", "first_entry_sign");
    }

    @Test
    void diracInTheOtherMiddleOrWithoutGroups() {
        Initializer wrong = new Damaged(Dirac.DEFAULT, (out, offset) -> {
            System.arraycopy(out, offset + 2 * 18, out, offset + 18, 18);
            Arrays.fill(out, offset + 2 * 18, offset + 3 * 18, 0);
        });
        assertThat(failures(new ExactGroup("wrong", wrong, EVEN, new DiracLaw(EVEN, 1))))
                .containsExactly("exact_values");
        assertThat(failures(new ExactGroup("wrong", Dirac.DEFAULT, EVEN, new DiracLaw(EVEN, 2))))
                .contains("exact_values");
    }

    @ParameterizedTest
    @CsvSource({
        "IMAG, HANN, DENSITY, false",
        "REAL, HAMMING, DENSITY, false",
        "REAL, HANN, SPECTRUM, false",
        "REAL, HANN, DENSITY, true",
        "REAL, NONE, DENSITY, false",
    })
    void anotherFourierKernel(Side side, NamedWindow window, Scaling scaling, boolean periodic) {
        Shape shape = Shape.of(25, 1, 7);
        Initializer wrong = new Stft(side, window, scaling, periodic);
        assertThat(failures(new FourierGroup("wrong", wrong, shape, Recipes.fourier(shape, false))))
                .containsExactlyInAnyOrder("near_values", "declared_law");
    }

    @Test
    void aNaNIsNoFourierKernel() {
        Shape shape = Shape.of(25, 1, 7);
        Initializer wrong = new Damaged(Stft.DEFAULT, (out, offset) -> out[offset + 30] = Float.NaN);
        assertThat(failures(new FourierGroup("wrong", wrong, shape, Recipes.fourier(shape, false))))
                .containsExactlyInAnyOrder("finite", "near_values");
    }

    private static Set<String> failures(CheckGroup group) {
        return group.plan(Key.of(1), false).stream()
                .map(check -> check.run(ALPHA))
                .filter(result -> !result.passed())
                .map(CheckResult::check)
                .collect(Collectors.toSet());
    }
}
