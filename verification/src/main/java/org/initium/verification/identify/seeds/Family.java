// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

import org.initium.Slice;
import org.initium.random.Sampler;
import org.initium.verification.laws.ExpectedLaw;

/** A family of laws, by the member from which all others follow by a factor and a shift. */
public enum Family {
    /** On [-1, 1). */
    UNIFORM {
        @Override
        void draw(Sampler sampler, Slice slice, float[] out) {
            sampler.uniform(-1, 1, slice, out, 0);
        }
    },
    /** Mean 0, standard deviation 1. */
    NORMAL {
        @Override
        void draw(Sampler sampler, Slice slice, float[] out) {
            sampler.normal(0, 1, slice, out, 0);
        }
    },
    /** The same, cut at 2. */
    TRUNCATED_NORMAL {
        @Override
        void draw(Sampler sampler, Slice slice, float[] out) {
            sampler.truncatedNormal(0, 1, slice, out, 0);
        }
    };

    /** Draws elements of the member named above. */
    abstract void draw(Sampler sampler, Slice slice, float[] out);

    /** The family of a law. */
    public static Family of(ExpectedLaw.Random law) {
        if (law instanceof ExpectedLaw.Uniform) {
            return UNIFORM;
        }
        return law instanceof ExpectedLaw.Normal ? NORMAL : TRUNCATED_NORMAL;
    }
}
