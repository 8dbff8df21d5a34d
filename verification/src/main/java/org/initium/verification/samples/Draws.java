// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.Correlation;

/** Elements that should be independent draws from a law; what several checks need of them is computed once. For one thread. */
public final class Draws {
    private final float[] sample;
    private final ExpectedLaw.Random law;
    private double[] centred;

    /**
     * A sample and its law.
     *
     * @param sample of any size; not copied, and not to be changed
     */
    public Draws(float[] sample, ExpectedLaw.Random law) {
        this.sample = sample;
        this.law = law;
    }

    /** The sample itself. */
    public float[] sample() {
        return sample;
    }

    /** The law that it should follow. */
    public ExpectedLaw.Random law() {
        return law;
    }

    /** Number of elements. */
    public int size() {
        return sample.length;
    }

    /**
     * {@code 2 F(x) - 1} of each element, F being the law's distribution function: uniform on -1 .. 1 if the sample is right. The array
     * itself, not to be changed.
     */
    double[] centred() {
        if (centred == null) {
            centred = Correlation.transform(sample, law::cdf);
        }
        return centred;
    }
}
