// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initium.verification.OtherWeights.filled;
import static org.initium.verification.OtherWeights.limit;
import static org.initium.verification.OtherWeights.normal;
import static org.initium.verification.OtherWeights.uniform;

import java.util.Arrays;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;

/** Wrong weights fail in words that name the fault. */
class VerifyFaultTest {
    private static final Shape DENSE = Shape.of(25, 20);

    @Test
    void aUniformThatIsNeverNegativeFails() {
        // The fault of two JVM libraries: [0, 1) times the limit.
        assertThatThrownBy(() -> Verify.that("theirs", (shape, seed) -> uniform(shape, seed, 0, limit(shape)))
                        .claims("glorot_uniform")
                        .on(DENSE)
                        .passes())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("theirs fails ")
                .hasMessageContaining("FAIL mean theirs (25, 20)")
                .hasMessageContaining("sees ");
    }

    @Test
    void swappedFansFail() {
        Verify he = Verify.that("theirs", (shape, seed) -> normal(shape, seed, Math.sqrt(2.0 / shape.dim(1))))
                .claims(shape -> new ExpectedLaw.Normal(0, Math.sqrt(2.0 / shape.dim(0))));
        assertThatThrownBy(() -> he.on(DENSE).passes())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("FAIL variance theirs (25, 20)");
        assertThatCode(() -> he.on(Shape.of(30, 30)).passes()).doesNotThrowAnyException();
    }

    @Test
    void whatIsNoTensorFailsInWords() {
        assertFails((shape, seed) -> new float[7], "gave 7 elements for shape (25, 20), expected 500 elements");
        assertFails((shape, seed) -> null, "gave null for shape (25, 20)");
        assertFails(
                (shape, seed) -> {
                    throw new java.io.IOException("no file");
                },
                "threw java.io.IOException: no file on shape (25, 20)");
        assertFails((shape, seed) -> filled(shape, Float.NaN), "is NaN");
        assertFails(
                (shape, seed) -> filled(shape, 0.05f),
                "not computed: N = 1000000; all of the 1000000 elements are 0.05");
        assertFails((shape, seed) -> filled(shape, 0.05f), "; likewise variance, ");
        assertFails(
                (shape, seed) -> {
                    float[] w = normal(shape, seed, 0.05);
                    w[3] = Float.NEGATIVE_INFINITY;
                    return w;
                },
                "is -Infinity");
    }

    /** One matrix in three has lost a column; the first, whose seed the suite's key gives, has not. */
    @Test
    void aMatrixThatIsSometimesNotOrthogonalFails() {
        Initializer orthogonal = Initializers.of("orthogonal");
        assertThatThrownBy(() -> Verify.that("theirs", (shape, seed) -> {
                            float[] q = orthogonal.create(shape, Samplers.of(Key.of(seed)));
                            int columns = shape.dim(1);
                            for (int i = 1; i < q.length && seed % 3 == 1; i += columns) {
                                q[i] = 0;
                            }
                            return q;
                        })
                        .claims("orthogonal")
                        .on(DENSE)
                        .passes())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("FAIL orthogonality theirs (25, 20)")
                .hasMessageContaining("matrices of 25 x 20");
    }

    @Test
    void ignoredSeedsFail() {
        assertThatThrownBy(() -> Verify.that("theirs", (shape, seed) -> normal(shape, 1, 0.05))
                        .claims("random_normal")
                        .on(DENSE)
                        .passes())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("FAIL other_seed theirs (25, 20)");
        // A single tensor, which is right.
        assertThatThrownBy(() -> Verify.that("theirs", (shape, seed) -> normal(shape, 1, 0.05))
                        .claims("random_normal")
                        .on(Shape.of(784, 128))
                        .passes())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("theirs fails 1 of ")
                .hasMessageContaining("FAIL other_seed theirs (784, 128)");
        assertThatThrownBy(() -> Verify.that(
                                "theirs",
                                (shape, seed) -> Initializers.of("sparse").create(shape, Samplers.of(Key.of(1))))
                        .claims("sparse")
                        .on(Shape.of(784, 128))
                        .passes())
                .hasMessageStartingWith("theirs fails 1 of ")
                .hasMessageContaining("FAIL other_seed theirs (784, 128)");
    }

    /** A right law is not enough: elements that say something of each other. */
    @Test
    void dependentElementsFail() {
        assertThatThrownBy(() -> Verify.that("sorted", (shape, seed) -> {
                            float[] w = normal(shape, seed, 0.05);
                            Arrays.sort(w);
                            return w;
                        })
                        .claims("random_normal")
                        .on(DENSE, Shape.of(784, 128))
                        .passes())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("sorted fails 2 of ")
                .hasMessageContaining("FAIL serial_correlation sorted (25, 20)")
                .hasMessageContaining("FAIL serial_correlation sorted (784, 128)");
    }

    /** Orthogonal, and always the same or of the same signs: on a shape of which few matrices are drawn. */
    @Test
    void orthogonalIsNotEnoughOfAnySize() {
        Shape square = Shape.of(64, 64);
        Initializer identity = Initializers.of("identity");
        Verify theirs = Verify.that("theirs", (shape, seed) -> identity.create(shape, Samplers.of(Key.of(seed))))
                .claims("orthogonal");
        assertThatThrownBy(() -> theirs.on(square).passes())
                .hasMessageContaining("FAIL first_entry_sign theirs (64, 64)")
                .hasMessageContaining("FAIL other_seed theirs (64, 64)");
        // Two million elements, of which one matrix is looked at, and another.
        assertThatThrownBy(() -> theirs.on(Shape.of(1024, 1025)).passes())
                .hasMessageStartingWith("theirs fails 1 of ")
                .hasMessageContaining("FAIL other_seed theirs (1024, 1025)");
        Initializer orthogonal = Initializers.of("orthogonal");
        Verify.that("right", (shape, seed) -> orthogonal.create(shape, Samplers.of(Key.of(seed))))
                .claims("orthogonal")
                .on(square, Shape.of(20, 300))
                .passes();
    }

    @Test
    void anInterruptionIsPassedOn() {
        assertThatThrownBy(() -> Verify.that("slow", (shape, seed) -> {
                            throw new InterruptedException();
                        })
                        .claims("random_normal")
                        .on(DENSE)
                        .passes())
                .hasMessageContaining("'slow' was interrupted on shape (25, 20)");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatFailsAllChecksIsSaidOnce() {
        assertThatThrownBy(() -> Verify.that("theirs", (shape, seed) -> null)
                        .claims("random_normal")
                        .on(DENSE)
                        .passes())
                .satisfies(thrown ->
                        assertThat(thrown.getMessage().split("gave null")).hasSize(2));
    }

    private static void assertFails(Verify.Producer producer, String words) {
        assertThatThrownBy(() -> Verify.that("theirs", producer)
                        .claims("random_normal")
                        .on(DENSE)
                        .passes())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(words);
    }
}
