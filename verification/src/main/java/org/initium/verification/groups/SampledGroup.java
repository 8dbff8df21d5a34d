// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.checks.DeclaredLawCheck;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.HistogramData;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.samples.Draws;
import org.initium.verification.samples.SampleCheck;
import org.initium.verification.streams.SameSeedCheck;

/**
 * An initializer that draws independently, on one shape: as many tensors of that shape, each from its own stream, as give
 * the sample its size, so that fans are told apart on a tensor of 64 elements as surely as on one of 100,000.
 *
 * @param subject its name in reports
 * @param initializer what is checked
 * @param shape shape of each tensor
 * @param law what it should draw from
 * @param bounds how strictly the law's bounds hold, if it has any
 */
public record SampledGroup(String subject, Initializer initializer, Shape shape, ExpectedLaw.Random law, Bounds bounds)
        implements CheckGroup {
    /**
     * Least number of elements. With alpha = 3e-9 a standard deviation wrong by 2.1 % fails but for one time in a thousand,
     * and a distribution function wrong by 0.015 anywhere.
     */
    static final int SAMPLE = 100_000;

    @Override
    public List<PlannedCheck> plan(Key key, Effort effort) {
        Lazy<Draws> sample = new Lazy<>(() -> new Draws(draw(key, effort.times() * SAMPLE), law));
        List<PlannedCheck> plan = new ArrayList<>();
        plan.add(new PlannedCheck(
                DeclaredLawCheck.NAME,
                subject,
                shape.toString(),
                false,
                alpha -> DeclaredLawCheck.check(initializer.law(shape), law)));
        for (SampleCheck check : SampleChecks.of(law, bounds)) {
            plan.add(new PlannedCheck(
                    check.name(),
                    subject,
                    shape.toString(),
                    check.statistical(),
                    alpha -> check.check(sample.get(), alpha)));
        }
        plan.add(PlannedCheck.exact(SameSeedCheck.NAME, subject, shape.toString(), () -> {
            int size = shape.intSize();
            float[] once = Arrays.copyOf(sample.get().sample(), size);
            return SameSeedCheck.check(once, inPieces(Samplers.of(key.child(0)), size));
        }));
        return plan;
    }

    @Override
    public Optional<HistogramData> histogram(Key key) {
        return shape.equals(Histograms.SHAPE)
                ? Optional.of(Histograms.of(subject, draw(key, shape.intSize()), law))
                : Optional.empty();
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

    /** One tensor in two pieces, the later one first. */
    private float[] inPieces(Sampler sampler, int size) {
        float[] tensor = new float[size];
        int half = size / 2;
        initializer.fill(shape, sampler, new Slice(size, half, size - half), tensor, half);
        initializer.fill(shape, sampler, new Slice(size, 0, half), tensor, 0);
        return tensor;
    }
}
