// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.List;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.DeclaredLawCheck;
import org.initium.verification.checks.SampleCheck;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.Picture;
import org.initium.verification.plan.PlannedCheck;

/**
 * An initializer that draws independently, on one shape: as many tensors of that shape, each from its own stream, as give
 * the sample its size, so that fans are told apart on a tensor of 64 elements as surely as on one of 100,000.
 *
 * @param subject its name in reports
 * @param initializer what is checked
 * @param shape shape of each tensor
 * @param law what it should draw from
 */
public record SampledGroup(String subject, Initializer initializer, Shape shape, ExpectedLaw.Random law)
        implements CheckGroup {
    /**
     * Least number of elements. With alpha = 3e-9 a standard deviation wrong by 2.1 % fails but for one time in a thousand,
     * and a distribution function wrong by 0.015 anywhere.
     */
    static final int SAMPLE = 100_000;

    @Override
    public List<PlannedCheck> plan(Key key, Effort effort) {
        Lazy<float[]> sample = new Lazy<>(() -> draw(key, effort.times() * SAMPLE));
        List<PlannedCheck> plan = new ArrayList<>();
        plan.add(new PlannedCheck(
                DeclaredLawCheck.NAME,
                subject,
                shape.toString(),
                false,
                alpha -> DeclaredLawCheck.check(initializer.law(shape), law)));
        for (SampleCheck check : SampleChecks.of(law, Bounds.HALF_OPEN)) {
            plan.add(new PlannedCheck(
                    check.name(),
                    subject,
                    shape.toString(),
                    check.statistical(),
                    alpha -> check.check(sample.get(), law, alpha)));
        }
        return plan;
    }

    @Override
    public List<Picture> pictures(Key key) {
        if (!shape.equals(Histograms.SHAPE)) {
            return List.of();
        }
        float[] tensor = draw(key, shape.intSize());
        return List.of(Histograms.of(subject, tensor, law), Quantiles.of(subject, tensor, law));
    }

    /** Whole tensors, at least {@code elements} elements. */
    private float[] draw(Key key, int elements) {
        int size = shape.intSize();
        int tensors = (elements + size - 1) / size;
        float[] sample = new float[tensors * size];
        for (int t = 0; t < tensors; t++) {
            initializer.fill(shape, Samplers.of(key.child(t)), Slice.all(size), sample, t * size);
        }
        return sample;
    }
}
