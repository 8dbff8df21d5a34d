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
import org.initium.verification.checks.StrayValuesCheck;
import org.initium.verification.haar.OrthogonalityCheck;
import org.initium.verification.laws.DeltaLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.samples.FiniteCheck;

/**
 * An initializer of convolution kernels with one orthogonal matrix, on one shape.
 *
 * @param subject its name in reports
 * @param initializer what is checked
 * @param shape shape of the kernel
 * @param law the kernel it should give
 * @param matrices how many kernels to draw for the law of their matrices, {@link HaarChecks#MATRICES} for all checks of it; 0 for
 *     none
 * @param sampler what it draws from, by the key of a kernel's stream
 */
public record DeltaGroup(
        String subject,
        Initializer initializer,
        Shape shape,
        DeltaLaw law,
        int matrices,
        Function<Key, Sampler> sampler)
        implements CheckGroup {
    /** On the native sampler. */
    public DeltaGroup(String subject, Initializer initializer, Shape shape, DeltaLaw law, int matrices) {
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
        Lazy<float[]> kernel = new Lazy<>(() -> draw(key, 0));
        Lazy<List<float[]>> middles = new Lazy<>(() -> IntStream.range(0, effort.times() * matrices)
                .mapToObj(k -> law.middle(draw(key, k)))
                .toList());
        boolean all = matrices > 0 && law.matrix().rows() * law.matrix().columns() <= OrthogonalGroup.SMALL;
        String on = shape.toString();
        PlannedCheck declared = new PlannedCheck(
                DeclaredLawCheck.NAME,
                subject,
                on,
                false,
                alpha -> DeclaredLawCheck.check(initializer.law(shape), law));
        PlannedCheck finite =
                new PlannedCheck(FiniteCheck.NAME, subject, on, false, alpha -> new FiniteCheck().check(kernel.get()));
        PlannedCheck strays = new PlannedCheck(
                StrayValuesCheck.NAME, subject, on, false, alpha -> StrayValuesCheck.check(kernel.get(), law));
        PlannedCheck orthogonality = new PlannedCheck(
                OrthogonalityCheck.NAME,
                subject,
                on,
                false,
                alpha -> OrthogonalityCheck.check(
                        all ? middles.get() : List.of(law.middle(kernel.get())), law.matrix()));
        List<PlannedCheck> plan = new ArrayList<>(List.of(declared, finite, strays, orthogonality));
        plan.addAll(HaarChecks.otherSeed(subject, on, k -> law.middle(draw(key, k)), law.matrix()));
        if (matrices == 0) {
            return plan;
        }
        plan.addAll(HaarChecks.of(subject, on, matrices, middles, law.matrix()));
        return plan;
    }

    private float[] draw(Key key, int kernel) {
        return initializer.create(shape, sampler.apply(key.child(kernel)));
    }
}
