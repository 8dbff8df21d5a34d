// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.verification.checks.DeclaredLawCheck;
import org.initium.verification.checks.ZeroCountCheck;
import org.initium.verification.checks.ZeroRowsCheck;
import org.initium.verification.laws.SparseLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.samples.AndersonDarlingCheck;
import org.initium.verification.samples.Draws;
import org.initium.verification.samples.FiniteCheck;
import org.initium.verification.samples.KolmogorovSmirnovCheck;
import org.initium.verification.samples.MeanCheck;
import org.initium.verification.samples.SampleCheck;
import org.initium.verification.samples.VarianceCheck;
import org.initium.verification.streams.OtherSeedCheck;

/**
 * An initializer of sparse matrices, on one shape: how many zeros, where they fall, and the law of the elements that are not
 * 0 (which a choice of zeros by size would distort). The sample is as large as that of a {@link SampledGroup}, or larger for
 * the sake of its columns.
 *
 * @param subject its name in reports
 * @param initializer what is checked
 * @param shape shape of each matrix
 * @param law the matrices it should give
 * @param sampler what it draws from, by the key of a matrix's stream
 */
public record SparseGroup(
        String subject, Initializer initializer, Shape shape, SparseLaw law, Function<Key, Sampler> sampler)
        implements CheckGroup {
    /**
     * Least number of columns, in which a row's share of zeros is judged: at the first stage's rate of 1e-3 all of 10^6 rows could fail from
     * {@code 2 ln(2 10^9) = 43} on.
     */
    private static final int COLUMNS = 100;

    private static final List<SampleCheck> OTHERS = List.of(
            new FiniteCheck(),
            new MeanCheck(),
            new VarianceCheck(),
            new KolmogorovSmirnovCheck(),
            new AndersonDarlingCheck());

    /** On the native sampler. */
    public SparseGroup(String subject, Initializer initializer, Shape shape, SparseLaw law) {
        this(subject, initializer, shape, law, Implementation.INITIUM.samplers().get(Implementation.NATIVE));
    }

    @Override
    public List<PlannedCheck> plan(Key key, Effort effort) {
        Lazy<float[]> sample = new Lazy<>(() -> draw(key, 0, effort.tensors(matrices(), shape.intSize())));
        Lazy<Draws> others = new Lazy<>(() -> new Draws(law.nonzeros(sample.get()), law.others()));
        String on = shape.toString();
        List<PlannedCheck> plan = new ArrayList<>();
        plan.add(new PlannedCheck(
                DeclaredLawCheck.NAME,
                subject,
                on,
                false,
                alpha -> DeclaredLawCheck.check(initializer.law(shape), law)));
        plan.add(new PlannedCheck(
                ZeroCountCheck.NAME, subject, on, false, alpha -> ZeroCountCheck.check(sample.get(), law)));
        if (law.zeros() == law.rows()) {
            // Nothing is left to chance.
            return plan;
        }
        plan.add(PlannedCheck.exact(OtherSeedCheck.NAME, subject, on, () -> {
            int matrices = Math.ceilDiv(OtherSeedCheck.ELEMENTS, (law.rows() - law.zeros()) * law.columns());
            return OtherSeedCheck.check(draw(key, 0, matrices), draw(key, matrices, matrices));
        }));
        plan.add(new PlannedCheck(
                ZeroRowsCheck.NAME, subject, on, true, alpha -> ZeroRowsCheck.check(sample.get(), law, alpha)));
        for (SampleCheck check : OTHERS) {
            plan.add(new PlannedCheck(
                    check.name(), subject, on, check.statistical(), alpha -> check.check(others.get(), alpha)));
        }
        return plan;
    }

    @Override
    public boolean repeatable(Effort effort) {
        return effort.repeatable(matrices(), shape.intSize());
    }

    /** How many have enough elements and columns. */
    private int matrices() {
        return Math.max(Math.ceilDiv(SampledGroup.SAMPLE, shape.intSize()), Math.ceilDiv(COLUMNS, shape.dim(1)));
    }

    private float[] draw(Key key, int first, int matrices) {
        int size = shape.intSize();
        float[] sample = new float[Math.multiplyExact(matrices, size)];
        for (int m = 0; m < matrices; m++) {
            initializer.fill(shape, sampler.apply(key.child(first + m)), Slice.all(size), sample, m * size);
        }
        return sample;
    }
}
