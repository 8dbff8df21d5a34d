// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import java.util.List;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.laws.ExpectedLaw;

/** Samples without a fault, and the laws that they follow. */
final class RightSamples {
    static final ExpectedLaw.Uniform UNIFORM = new ExpectedLaw.Uniform(-1, 1);
    static final ExpectedLaw.Normal NORMAL = new ExpectedLaw.Normal(0, 1);
    static final ExpectedLaw.TruncatedNormal CUT = new ExpectedLaw.TruncatedNormal(0, 1);

    /** Each law about 0, and about another mean with another scale. */
    static final List<ExpectedLaw.Random> LAWS = List.of(
            UNIFORM,
            NORMAL,
            CUT,
            new ExpectedLaw.Uniform(0.5, 2),
            new ExpectedLaw.Normal(-2, 0.5),
            new ExpectedLaw.TruncatedNormal(1.5, 0.25));

    private RightSamples() {}

    static float[] of(ExpectedLaw.Random law, long seed, int n) {
        Sampler sampler = Samplers.of(Key.of(seed));
        float[] x = new float[n];
        if (law instanceof ExpectedLaw.Uniform) {
            sampler.uniform(law.lower(), law.upper(), Slice.all(n), x, 0);
        } else if (law instanceof ExpectedLaw.TruncatedNormal cut) {
            sampler.truncatedNormal(cut.mean(), cut.scale(), Slice.all(n), x, 0);
        } else {
            sampler.normal(law.mean(), law.stddev(), Slice.all(n), x, 0);
        }
        return x;
    }

    /** The sample with each element moved and scaled about the law's mean. */
    static float[] changed(ExpectedLaw.Random law, long seed, int n, double scale, double shift) {
        float[] x = of(law, seed, n);
        for (int i = 0; i < n; i++) {
            x[i] = (float) (law.mean() + scale * (x[i] - law.mean()) + shift * law.stddev());
        }
        return x;
    }
}
