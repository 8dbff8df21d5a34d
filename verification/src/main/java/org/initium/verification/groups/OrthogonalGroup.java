// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.verification.checks.DeclaredLawCheck;
import org.initium.verification.haar.BilinearForm;
import org.initium.verification.haar.OrthogonalityCheck;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.Picture;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.samples.FiniteCheck;

/**
 * An initializer of orthogonal matrices, on one shape.
 *
 * @param subject its name in reports
 * @param initializer what is checked
 * @param shape shape of the tensor
 * @param law the matrix it should give
 * @param matrices how many to draw for their law, {@link HaarChecks#MATRICES} for all checks of it; 0 for none
 * @param sampler what it draws from, by the key of a matrix's stream
 */
public record OrthogonalGroup(
        String subject,
        Initializer initializer,
        Shape shape,
        ExpectedLaw.Haar law,
        int matrices,
        Function<Key, Sampler> sampler)
        implements CheckGroup {
    /** The shape whose eigenvalues are shown: small, for signs that are wrong move few of the phases of a large matrix. */
    private static final Shape PHASES = Shape.of(8, 8);

    /** Matrices whose eigenvalues are shown, a second's work. */
    private static final int PHASE_MATRICES = 2000;

    /** Elements up to which all matrices that are drawn are judged, not the first alone: a second's work at 256 x 256. */
    static final int SMALL = 1 << 16;

    /** Child of the group's key that matrices for contrast are drawn from, out of the reach of the initializer's. */
    private static final long CONTRAST_STREAM = Long.MAX_VALUE - 1;

    /** On the native sampler. */
    public OrthogonalGroup(String subject, Initializer initializer, Shape shape, ExpectedLaw.Haar law, int matrices) {
        this(
                subject,
                initializer,
                shape,
                law,
                matrices,
                Implementation.INITIUM.samplers().get(Implementation.NATIVE));
    }

    @Override
    public List<PlannedCheck> plan(Key key, Effort effort) {
        Lazy<float[]> tensor = new Lazy<>(() -> draw(key, 0));
        Lazy<List<float[]>> drawn = new Lazy<>(() -> IntStream.range(0, effort.times() * matrices)
                .mapToObj(matrix -> draw(key, matrix))
                .toList());
        boolean all = matrices > 0 && shape.size() <= SMALL;
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
                OrthogonalityCheck.NAME,
                subject,
                on,
                false,
                alpha -> OrthogonalityCheck.check(all ? drawn.get() : List.of(tensor.get()), law));
        List<PlannedCheck> plan = new ArrayList<>(List.of(declared, finite, orthogonality));
        plan.addAll(HaarChecks.otherSeed(subject, on, matrix -> draw(key, matrix), law));
        if (matrices == 0) {
            return plan;
        }
        plan.addAll(HaarChecks.of(subject, on, matrices, drawn, law));
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
                Quantiles.of(subject, BilinearForm.FIRST_ENTRY.of(many, law), law),
                Eigenphases.of(subject, many, law.rows(), key.child(CONTRAST_STREAM)));
    }

    private float[] draw(Key key, int matrix) {
        return initializer.create(shape, sampler.apply(key.child(matrix)));
    }
}
