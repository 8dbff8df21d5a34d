// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.List;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.DeclaredLawCheck;
import org.initium.verification.checks.StrayValuesCheck;
import org.initium.verification.haar.FirstEntrySignCheck;
import org.initium.verification.haar.OrthogonalityCheck;
import org.initium.verification.laws.DeltaLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
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
 * @param signs whether to draw many kernels for the law of their signs, for which a small shape will do
 */
public record DeltaGroup(String subject, Initializer initializer, Shape shape, DeltaLaw law, boolean signs)
        implements CheckGroup {
    @Override
    public List<PlannedCheck> plan(Key key, Effort effort) {
        Lazy<float[]> kernel = new Lazy<>(() -> draw(key, 0));
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
                alpha -> OrthogonalityCheck.check(law.middle(kernel.get()), law.matrix()));
        if (!signs) {
            return List.of(declared, finite, strays, orthogonality);
        }
        int kernels = effort.times() * OrthogonalGroup.MATRICES;
        PlannedCheck sign = new PlannedCheck(
                FirstEntrySignCheck.NAME,
                subject,
                on,
                true,
                alpha -> FirstEntrySignCheck.check(firstEntries(key, kernels), alpha));
        return List.of(declared, finite, strays, orthogonality, sign);
    }

    private float[] draw(Key key, int kernel) {
        return initializer.create(shape, Samplers.of(key.child(kernel)));
    }

    private float[] firstEntries(Key key, int kernels) {
        float[] entries = new float[kernels];
        for (int k = 0; k < kernels; k++) {
            entries[k] = law.middle(draw(key, k))[0];
        }
        return entries;
    }
}
