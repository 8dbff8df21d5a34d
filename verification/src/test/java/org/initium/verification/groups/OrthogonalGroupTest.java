// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Law;
import org.initium.init.Orthogonal;
import org.initium.linalg.Qr;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.verification.laws.Recipes;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.EigenphaseData;
import org.initium.verification.plan.HistogramData;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.plan.QuantileData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrthogonalGroupTest {
    private static final double ALPHA = 2.5e-9;

    private static OrthogonalGroup group(Initializer initializer, Shape shape, boolean signs) {
        return new OrthogonalGroup(
                "orthogonal", initializer, shape, Recipes.haar(shape, 1), signs ? HaarChecks.MATRICES : 0);
    }

    private static List<String> names(OrthogonalGroup group) {
        return group.plan(Key.of(1), Effort.DEFAULT).stream()
                .map(PlannedCheck::check)
                .toList();
    }

    private static List<String> failures(OrthogonalGroup group) {
        return group.plan(Key.of(1), Effort.DEFAULT).stream()
                .filter(check -> !check.run(ALPHA).passed())
                .map(PlannedCheck::check)
                .toList();
    }

    /** With another key, one of these would fail some of its checks with probability 2e-8. */
    @ParameterizedTest
    @ValueSource(strings = {"2,2", "5,3", "3,5", "8,8", "3,5,7,11"})
    void aRightInitializerPasses(String shape) {
        boolean signs = shape.length() == 3;
        assertThat(failures(group(Orthogonal.DEFAULT, Shape.parse(shape), signs)))
                .isEmpty();
    }

    @Test
    void theLawOfManyMatricesIsForThoseThatAreToldSo() {
        assertThat(names(group(Orthogonal.DEFAULT, Shape.of(4, 4), false)))
                .containsExactly("declared_law", "finite", "orthogonality", "other_seed");
        assertThat(names(group(Orthogonal.DEFAULT, Shape.of(4, 4), true)))
                .contains("declared_law", "finite", "orthogonality", "first_entry_sign", "haar_entries", "determinant");
        // What is not square has no determinant.
        assertThat(names(group(Orthogonal.DEFAULT, Shape.of(4, 3), true)))
                .contains("first_entry_sign", "haar_entries")
                .doesNotContain("determinant");
    }

    /** Makes a matrix in some way and declares the right law. */
    private record Made(Way way) implements Initializer {
        @Override
        public Law law(Shape shape) {
            return Orthogonal.DEFAULT.law(shape);
        }

        @Override
        public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
            int n = shape.dim(0);
            double[] a = new double[n * n];
            float[] normals = new float[a.length];
            sampler.normal(0, 1, slice, normals, 0);
            for (int i = 0; i < a.length; i++) {
                a[i] = normals[i];
            }
            double[] q = way.of(n, a);
            for (int i = 0; i < q.length; i++) {
                out[offset + i] = (float) q[i];
            }
        }
    }

    @FunctionalInterface
    private interface Way {
        double[] of(int n, double[] normals);
    }

    /** Q of a QR factorisation as it comes: tensorflow#9429, chainer#5615. It is orthogonal, and only its signs are wrong. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void qrWithoutSignsIsFound(int n) {
        Initializer raw = new Made((side, a) -> Qr.of(side, side, a).q());
        assertThat(failures(group(raw, Shape.of(n, n), true)))
                .contains("first_entry_sign")
                .doesNotContain("declared_law", "finite", "orthogonality");
        // One matrix does not show it.
        assertThat(failures(group(raw, Shape.of(n, n), false))).isEmpty();
    }

    /** Normals are not orthogonal: their law is none of the checks' of signs and determinants. */
    @Test
    void normalsAreNotOrthogonal() {
        assertThat(failures(group(new Made((side, a) -> a), Shape.of(3, 3), true)))
                .contains("orthogonality", "haar_entries")
                .doesNotContain("first_entry_sign", "determinant", "finite");
    }

    /** Each of the 5,000 matrices is one of its own; a full run has ten times as many. */
    @Test
    void theEffortMultipliesTheMatrices() {
        OrthogonalGroup group = group(Orthogonal.DEFAULT, Shape.of(2, 2), true);
        assertThat(sign(group, Effort.DEFAULT)).startsWith("N = 5000 matrices");
        assertThat(sign(group, new Effort(true, false))).startsWith("N = 50000 matrices");
    }

    private static String sign(OrthogonalGroup group, Effort effort) {
        return group.plan(Key.of(1), effort).stream()
                .filter(check -> check.check().equals("first_entry_sign"))
                .findFirst()
                .orElseThrow()
                .run(ALPHA)
                .detail();
    }

    /** The entries of one large matrix, and of small ones what many of them have; nothing of any other shape. */
    @Test
    void thePicturesAreOfTwoShapesOnly() {
        assertThat(group(Orthogonal.DEFAULT, Shape.of(784, 128), false).pictures(Key.of(1)))
                .hasExactlyElementsOfTypes(HistogramData.class);
        assertThat(group(Orthogonal.DEFAULT, Shape.of(8, 8), true).pictures(Key.of(1)))
                .hasExactlyElementsOfTypes(QuantileData.class, EigenphaseData.class);
        assertThat(group(Orthogonal.DEFAULT, Shape.of(6, 6), false).pictures(Key.of(1)))
                .isEmpty();
    }
}
