// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.initium.Slice;
import org.initium.keras.Backend;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.samples.Draws;
import org.initium.verification.samples.SampleCheck;
import org.initium.verification.samples.SerialCorrelationCheck;
import org.initium.verification.streams.CrossStreamCheck;
import org.initium.verification.streams.FairBitsCheck;
import org.initium.verification.streams.ResolutionCheck;
import org.initium.verification.streams.SameSeedCheck;

/**
 * One law of one sampler, on one large tensor, and on two smaller ones of other streams.
 *
 * @param subject the sampler's name in reports
 * @param sampler what is checked, by the key of a stream
 * @param law what it should draw from
 * @param bounds how strictly the law's bounds hold, if it has any
 * @param bits of a uniform element; of no meaning for other laws
 */
public record SamplerGroup(
        String subject, Function<Key, Sampler> sampler, ExpectedLaw.Random law, Bounds bounds, int bits)
        implements CheckGroup {
    /**
     * Number of elements. A truncated normal that leaks 4.3 of a million elements, which shipped libraries did, passes this many
     * with probability {@code exp(-8.6) = 2e-4}; with 10^6 it would be 1.4 %.
     */
    static final int SAMPLE = 2_000_000;

    /** Elements of each of two streams: a correlation of 2.3 % is found. */
    private static final int PAIR = 100_000;

    /** Each law of each of an implementation's samplers. */
    public static List<CheckGroup> of(Implementation implementation) {
        List<CheckGroup> groups = new ArrayList<>();
        implementation.samplers().forEach((name, sampler) -> {
            String subject = name + " sampler";
            boolean coarse = name.equals(Backend.JAX.toString()) || name.equals(Backend.TENSORFLOW.toString());
            int bits = coarse ? 23 : 24;
            List<ExpectedLaw.Random> laws = List.of(
                    new ExpectedLaw.Uniform(-1, 1),
                    new ExpectedLaw.Normal(0, 1),
                    new ExpectedLaw.TruncatedNormal(0, 1));
            for (ExpectedLaw.Random law : laws) {
                groups.add(new SamplerGroup(subject, sampler, law, Bounds.of(name, law), bits));
            }
        });
        return groups;
    }

    @Override
    public List<PlannedCheck> plan(Key key, Effort effort) {
        Lazy<Draws> sample = new Lazy<>(() -> new Draws(draw(key, effort.times() * SAMPLE), law));
        List<SampleCheck> checks = new ArrayList<>(SampleChecks.of(law, bounds));
        checks.add(SerialCorrelationCheck.ofStream());
        List<PlannedCheck> plan = new ArrayList<>();
        for (SampleCheck check : checks) {
            plan.add(new PlannedCheck(
                    check.name(), subject, name(), check.statistical(), alpha -> check.check(sample.get(), alpha)));
        }
        int pair = effort.times() * PAIR;
        plan.add(new PlannedCheck(
                CrossStreamCheck.NAME,
                subject,
                name(),
                true,
                alpha -> CrossStreamCheck.check(draw(key.child(0), pair), draw(key.child(1), pair), law, alpha)));
        plan.add(PlannedCheck.exact(
                SameSeedCheck.NAME, subject, name(), () -> SameSeedCheck.check(draw(key, PAIR), inPieces(key))));
        if (law instanceof ExpectedLaw.Uniform uniform) {
            plan.add(new PlannedCheck(
                    ResolutionCheck.NAME,
                    subject,
                    name(),
                    true,
                    alpha -> ResolutionCheck.check(sample.get().sample(), uniform, bits, alpha)));
            plan.add(new PlannedCheck(
                    FairBitsCheck.NAME,
                    subject,
                    name(),
                    true,
                    alpha -> FairBitsCheck.check(sample.get().sample(), uniform, bits, alpha)));
        }
        return plan;
    }

    @Override
    public boolean repeatable(Effort effort) {
        return effort.repeatable(1, SAMPLE);
    }

    private String name() {
        if (law instanceof ExpectedLaw.Uniform) {
            return "uniform";
        }
        return law instanceof ExpectedLaw.Normal ? "normal" : "truncated_normal";
    }

    private float[] draw(Key key, int elements) {
        float[] sample = new float[elements];
        fill(sampler.apply(key), Slice.all(elements), sample);
        return sample;
    }

    /** A sample in two pieces, the later one first. */
    private float[] inPieces(Key key) {
        Sampler from = sampler.apply(key);
        float[] sample = new float[PAIR];
        fill(from, new Slice(PAIR, PAIR / 2, PAIR - PAIR / 2), sample);
        fill(from, new Slice(PAIR, 0, PAIR / 2), sample);
        return sample;
    }

    private void fill(Sampler from, Slice slice, float[] sample) {
        int offset = (int) slice.first();
        if (law instanceof ExpectedLaw.Uniform) {
            from.uniform(law.lower(), law.upper(), slice, sample, offset);
        } else if (law instanceof ExpectedLaw.TruncatedNormal cut) {
            from.truncatedNormal(cut.mean(), cut.scale(), slice, sample, offset);
        } else {
            from.normal(law.mean(), law.stddev(), slice, sample, offset);
        }
    }
}
