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
 * @param many whether to draw many matrices for their law, for which a small shape will do
 */
public record OrthogonalGroup(String subject, Initializer initializer, Shape shape, ExpectedLaw.Haar law, boolean many)
        implements CheckGroup {
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
        if (!many) {
            return List.of(declared, finite, orthogonality);
        }
        int matrices = effort.times() * HaarChecks.MATRICES;
        Lazy<List<float[]>> drawn = new Lazy<>(() -> IntStream.range(0, matrices)
                .mapToObj(matrix -> draw(key, matrix))
                .toList());
        List<PlannedCheck> plan = new ArrayList<>(List.of(declared, finite, orthogonality));
        plan.addAll(HaarChecks.of(subject, on, drawn, law));
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
}
