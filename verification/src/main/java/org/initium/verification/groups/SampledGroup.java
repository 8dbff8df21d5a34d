// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.verification.checks.DeclaredLawCheck;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.Picture;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.samples.Draws;
import org.initium.verification.samples.SampleCheck;
import org.initium.verification.samples.SerialCorrelationCheck;
import org.initium.verification.streams.OtherSeedCheck;
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
 * @param sampler what it draws from, by the key of a tensor's stream
 * @param elements least number of elements of the sample
 */
public record SampledGroup(
        String subject,
        Initializer initializer,
        Shape shape,
        ExpectedLaw.Random law,
        Bounds bounds,
        Function<Key, Sampler> sampler,
        int elements)
        implements CheckGroup {
    /**
     * Least number of elements. At the first stage's rate of 1e-3 a standard deviation fails but for one time in a thousand that is wrong
     * by 1.44 % (normal), 1.43 % (truncated normal) or 1.08 % (uniform), and a distribution function wrong by 0.012 anywhere.
     */
    static final int SAMPLE = 100_000;

    /** On the native sampler, with {@link #SAMPLE} elements. */
    public SampledGroup(String subject, Initializer initializer, Shape shape, ExpectedLaw.Random law, Bounds bounds) {
        this(
                subject,
                initializer,
                shape,
                law,
                bounds,
                Implementation.INITIUM.samplers().get(Implementation.NATIVE),
                SAMPLE);
    }

    @Override
    public List<PlannedCheck> plan(Key key, Effort effort) {
        Lazy<Draws> sample =
                new Lazy<>(() -> new Draws(draw(key, 0, effort.tensors(tensors(elements), shape.intSize())), law));
        List<PlannedCheck> plan = new ArrayList<>();
        plan.add(new PlannedCheck(
                DeclaredLawCheck.NAME,
                subject,
                shape.toString(),
                false,
                alpha -> DeclaredLawCheck.check(initializer.law(shape), law)));
        List<SampleCheck> checks = new ArrayList<>(SampleChecks.of(law, bounds));
        checks.add(SerialCorrelationCheck.of(shape));
        for (SampleCheck check : checks) {
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
            return SameSeedCheck.check(once, inPieces(sampler.apply(key.child(0)), size));
        }));
        plan.add(PlannedCheck.exact(OtherSeedCheck.NAME, subject, shape.toString(), () -> {
            int tensors = tensors(OtherSeedCheck.ELEMENTS);
            return OtherSeedCheck.check(draw(key, 0, tensors), draw(key, tensors, tensors));
        }));
        return plan;
    }

    @Override
    public boolean repeatable(Effort effort) {
        return effort.repeatable(tensors(elements), shape.intSize());
    }

    @Override
    public List<Picture> pictures(Key key) {
        if (!shape.equals(Histograms.SHAPE)) {
            return List.of();
        }
        float[] tensor = draw(key, 0, 1);
        return List.of(Histograms.of(subject, tensor, law), Quantiles.of(subject, tensor, law));
    }

    /** How many tensors have at least so many elements. */
    private int tensors(int least) {
        return Math.ceilDiv(least, shape.intSize());
    }

    private float[] draw(Key key, int first, int tensors) {
        int size = shape.intSize();
        float[] sample = new float[tensors * size];
        for (int t = 0; t < tensors; t++) {
            initializer.fill(shape, sampler.apply(key.child(first + t)), Slice.all(size), sample, t * size);
        }
        return sample;
    }

    /** One tensor in two pieces, the later one first. */
    private float[] inPieces(Sampler from, int size) {
        float[] tensor = new float[size];
        int half = size / 2;
        initializer.fill(shape, from, new Slice(size, half, size - half), tensor, half);
        initializer.fill(shape, from, new Slice(size, 0, half), tensor, 0);
        return tensor;
    }
}
