// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.DeclaredLawCheck;
import org.initium.verification.haar.DeterminantCheck;
import org.initium.verification.haar.FirstEntrySignCheck;
import org.initium.verification.haar.HaarEntriesCheck;
import org.initium.verification.haar.OrthogonalityCheck;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.HistogramData;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.samples.FiniteCheck;

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

    @Override
    public Optional<HistogramData> histogram(Key key) {
        return shape.equals(Histograms.SHAPE)
                ? Optional.of(Histograms.of(subject, draw(key, 0), law))
                : Optional.empty();
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
