// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.DeclaredLawCheck;
import org.initium.verification.checks.DeterminantCheck;
import org.initium.verification.checks.FiniteCheck;
import org.initium.verification.checks.FirstEntrySignCheck;
import org.initium.verification.checks.HaarEntriesCheck;
import org.initium.verification.checks.OrthogonalityCheck;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.Picture;
import org.initium.verification.plan.PlannedCheck;

/**
 * An initializer of orthogonal matrices, on one shape.
 *
 * @param subject its name in reports
 * @param initializer what is checked
 * @param shape shape of the tensor
 * @param law the matrix it should give
 * @param signs whether to draw many matrices for the law of their signs, for which a small shape will do
 */
public record OrthogonalGroup(String subject, Initializer initializer, Shape shape, ExpectedLaw.Haar law, boolean signs)
        implements CheckGroup {
    /**
     * Matrices for the law of entries and signs: a distribution function off by 0.054 is found, and a sign's probability off 1/2
     * by 0.045.
     */
    static final int MATRICES = 5000;

    /** The shape whose eigenvalues are shown: small, for signs that are wrong move few of the phases of a large matrix. */
    private static final Shape PHASES = Shape.of(8, 8);

    /** Matrices whose eigenvalues are shown, a second's work. */
    private static final int PHASE_MATRICES = 2000;

    /** Child of the group's key that matrices for contrast are drawn from, out of the reach of the initializer's. */
    private static final long CONTRAST_STREAM = Long.MAX_VALUE - 1;

    @Override
    public List<PlannedCheck> plan(Key key, Effort effort) {
        Lazy<float[]> tensor = new Lazy<>(() -> draw(key, 0));
        String on = shape.toString();
        PlannedCheck declared = new PlannedCheck(
                DeclaredLawCheck.NAME,
                subject,
                on,
                false,
                alpha -> DeclaredLawCheck.check(initializer.law(shape), law));
        PlannedCheck finite =
                new PlannedCheck(FiniteCheck.NAME, subject, on, false, alpha -> new FiniteCheck().check(tensor.get()));
        PlannedCheck orthogonality = new PlannedCheck(
                OrthogonalityCheck.NAME, subject, on, false, alpha -> OrthogonalityCheck.check(tensor.get(), law));
        if (!signs) {
            return List.of(declared, finite, orthogonality);
        }
        int matrices = effort.times() * MATRICES;
        Lazy<List<float[]>> many = new Lazy<>(() -> IntStream.range(0, matrices)
                .mapToObj(matrix -> draw(key, matrix))
                .toList());
        PlannedCheck sign = new PlannedCheck(
                FirstEntrySignCheck.NAME,
                subject,
                on,
                true,
                alpha -> FirstEntrySignCheck.check(firstEntries(many.get()), alpha));
        PlannedCheck entries = new PlannedCheck(
                HaarEntriesCheck.NAME,
                subject,
                on,
                true,
                alpha -> HaarEntriesCheck.check(firstEntries(many.get()), law, alpha));
        List<PlannedCheck> plan = new ArrayList<>(List.of(declared, finite, orthogonality, sign, entries));
        if (law.rows() == law.columns()) {
            plan.add(new PlannedCheck(
                    DeterminantCheck.NAME,
                    subject,
                    on,
                    true,
                    alpha -> DeterminantCheck.check(many.get(), law.rows(), alpha)));
        }
        return plan;
    }

    /** The entries of one large matrix; of many small ones the entries at the same place, which are independent, and the phases. */
    @Override
    public List<Picture> pictures(Key key) {
        if (shape.equals(Histograms.SHAPE)) {
            return List.of(Histograms.of(subject, draw(key, 0), law));
        }
        if (!shape.equals(PHASES)) {
            return List.of();
        }
        List<float[]> many = IntStream.range(0, PHASE_MATRICES)
                .mapToObj(matrix -> draw(key, matrix))
                .toList();
        return List.of(
                Quantiles.of(subject, firstEntries(many), law),
                Eigenphases.of(subject, many, law.rows(), key.child(CONTRAST_STREAM)));
    }

    private float[] draw(Key key, int matrix) {
        return initializer.create(shape, Samplers.of(key.child(matrix)));
    }

    private static float[] firstEntries(List<float[]> matrices) {
        float[] entries = new float[matrices.size()];
        for (int m = 0; m < entries.length; m++) {
            entries[m] = matrices.get(m)[0];
        }
        return entries;
    }
}
