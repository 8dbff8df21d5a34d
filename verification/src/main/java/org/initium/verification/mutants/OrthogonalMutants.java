// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.initium.verification.mutants.Mutant.PLANTED;

import java.util.List;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Law;
import org.initium.init.Orthogonal;
import org.initium.linalg.Qr;
import org.initium.random.Sampler;
import org.initium.verification.plan.Implementation;

/** Matrices that are not orthogonal, or orthogonal and not of Haar's law. */
final class OrthogonalMutants {
    private OrthogonalMutants() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "raw_qr",
                        "orthogonal is the Q of a QR factorisation with the signs that Householder's reflectors give it",
                        "tensorflow#9429, tensorflow#10719, chainer#5615, cr-sparse#28",
                        of((m, n, sampler) -> Qr.of(m, n, OrthogonalFaults.normals(m, n, sampler))
                                .q()),
                        "first_entry_sign",
                        "trace_mean"),
                new Mutant(
                        "qr_of_positive_numbers",
                        "orthogonal factors a matrix that is uniform on [0, 1), by QR where the bug did by singular values",
                        "TensorFlow 0.12, orthogonal_initializer",
                        of((m, n, sampler) ->
                                OrthogonalFaults.signed(m, n, OrthogonalFaults.uniforms(0, m, n, sampler))),
                        "first_entry_sign"),
                new Mutant(
                        "qr_of_uniforms",
                        "orthogonal factors a matrix that is uniform on [-1, 1), not normal",
                        PLANTED,
                        of((m, n, sampler) ->
                                OrthogonalFaults.signed(m, n, OrthogonalFaults.uniforms(-1, m, n, sampler))),
                        "haar_entries"),
                new Mutant(
                        "rotations_only",
                        "orthogonal has determinant 1 always",
                        PLANTED,
                        of((m, n, sampler) ->
                                OrthogonalFaults.withDeterminant(1, m, n, OrthogonalFaults.haar(m, n, sampler))),
                        "determinant",
                        "trace_variance",
                        "square_trace_mean",
                        "square_trace_variance"),
                new Mutant(
                        "reflections_only",
                        "orthogonal of two rows and two columns has determinant -1 always",
                        "scipy#8173",
                        of((m, n, sampler) -> {
                            double[] q = OrthogonalFaults.haar(m, n, sampler);
                            return m == 2 ? OrthogonalFaults.withDeterminant(-1, m, n, q) : q;
                        }),
                        "determinant",
                        "trace_variance"),
                new Mutant(
                        "sign_of_the_sum",
                        "orthogonal is turned round if the sum of its entries is negative",
                        PLANTED,
                        of((m, n, sampler) -> OrthogonalFaults.withSum(OrthogonalFaults.haar(m, n, sampler))),
                        "haar_forms",
                        "first_entry_sign"),
                // First and last row keep their law, and so do the corners and the determinant's sign.
                new Mutant(
                        "pivoted",
                        "orthogonal has its inner rows as pivoting leaves them, the largest entry on the diagonal",
                        PLANTED,
                        of((m, n, sampler) -> OrthogonalFaults.pivoted(m, n, OrthogonalFaults.haar(m, n, sampler))),
                        "haar_forms (8, 8) ramp",
                        "trace_mean (8, 8)"),
                new Mutant(
                        "signed_permutation",
                        "orthogonal is a permutation of the axes with random signs",
                        PLANTED,
                        of((m, n, sampler) ->
                                OrthogonalFaults.permutation(m, n, OrthogonalFaults.normals(m, 2, sampler))),
                        "haar_entries",
                        "haar_forms",
                        "square_trace_variance"),
                new Mutant(
                        "one_reflection",
                        "orthogonal is the reflection of one random vector",
                        PLANTED,
                        of((m, n, sampler) ->
                                OrthogonalFaults.reflection(m, n, OrthogonalFaults.normals(m, 1, sampler))),
                        "first_entry_sign",
                        "trace_mean",
                        "trace_variance",
                        "square_trace_mean",
                        "square_trace_variance"),
                new Mutant(
                        "identity_for_orthogonal",
                        "orthogonal is the identity, which is as orthogonal as any",
                        PLANTED,
                        of((m, n, sampler) -> OrthogonalFaults.reflection(m, n, new double[m])),
                        "first_entry_sign"),
                new Mutant(
                        "gram_schmidt",
                        "orthogonal is made by classical Gram-Schmidt in single precision",
                        PLANTED,
                        of((m, n, sampler) ->
                                OrthogonalFaults.gramSchmidt(m, n, OrthogonalFaults.normals(m, n, sampler))),
                        "orthogonality"),
                new Mutant(
                        "half_precision",
                        "orthogonal keeps eight bits of each element",
                        PLANTED,
                        of((m, n, sampler) -> {
                            double[] q = OrthogonalFaults.haar(m, n, sampler);
                            for (int i = 0; i < q.length; i++) {
                                q[i] = Float.intBitsToFloat(Float.floatToIntBits((float) q[i]) & 0xFFFF0000);
                            }
                            return q;
                        }),
                        "orthogonality",
                        "isometry"),
                new Mutant(
                        "erased_column",
                        "orthogonal multiplies by sign(0) = 0 where R's diagonal is 0",
                        PLANTED,
                        of((m, n, sampler) -> {
                            double[] q = OrthogonalFaults.haar(m, n, sampler);
                            for (int i = 0; i < m; i++) {
                                q[i * n] = 0;
                            }
                            return q;
                        }),
                        "orthogonality",
                        "first_entry_sign"),
                new Mutant(
                        "square_only",
                        "orthogonal cannot reshape what is not square",
                        "KotlinDL, Orthogonal.kt",
                        of((m, n, sampler) -> {
                            if (m != n) {
                                throw new IllegalStateException(m + " x " + n + " cannot be reshaped");
                            }
                            return OrthogonalFaults.haar(m, n, sampler);
                        }),
                        "finite",
                        "orthogonality"),
                new Mutant(
                        "matrices_only",
                        "orthogonal leaves a convolution kernel a matrix, which does not fit its shape",
                        "TensorFlow Java, Orthogonal.java",
                        Wrong.damaged("orthogonal", (shape, tensor) -> {
                            if (shape.rank() > 2) {
                                throw new IllegalStateException("a matrix for shape " + shape);
                            }
                        }),
                        "finite",
                        "orthogonality"),
                new Mutant(
                        "glorot_for_orthogonal",
                        "orthogonal is glorot_normal without a word, as names that are not known are there",
                        "DL4J, KerasInitilizationUtils.java",
                        Wrong.initializer(Orthogonal.DEFAULT, Initializers.glorotNormal()),
                        "orthogonality",
                        "declared_law"),
                new Mutant(
                        "rows_for_columns",
                        "orthogonal does not transpose what is wide",
                        PLANTED,
                        Wrong.initializer(
                                Orthogonal.DEFAULT, new Factored(Orthogonal.DEFAULT, false, OrthogonalFaults::haar)),
                        "orthogonality"),
                new Mutant(
                        "squared_gain",
                        "orthogonal applies its gain twice",
                        PLANTED,
                        Wrong.initializer(new Orthogonal(2.5), new Orthogonal(6.25)),
                        "orthogonality",
                        "declared_law"));
    }

    /** Makes a tall or square row-major (m, n) matrix. */
    @FunctionalInterface
    private interface Factory {
        double[] make(int m, int n, Sampler sampler);
    }

    /**
     * An orthogonal initializer that makes its matrices in some way.
     *
     * @param right whose law it declares
     * @param transposes whether a wide matrix is the transpose of a tall one
     * @param factory the way
     */
    private record Factored(Initializer right, boolean transposes, Factory factory) implements Initializer {
        @Override
        public Law law(Shape shape) {
            return right.law(shape);
        }

        @Override
        public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
            int columns = shape.dim(-1);
            int rows = shape.intSize() / columns;
            int n = Math.min(rows, columns);
            double[] q = factory.make(Math.max(rows, columns), n, sampler);
            boolean wide = rows < columns && transposes;
            for (int i = 0; i < slice.count(); i++) {
                int element = (int) slice.first() + i;
                out[offset + i] = (float) q[wide ? element % columns * n + element / columns : element];
            }
        }
    }

    private static Implementation of(Factory factory) {
        return Wrong.initializer(Orthogonal.DEFAULT, new Factored(Orthogonal.DEFAULT, true, factory));
    }
}
