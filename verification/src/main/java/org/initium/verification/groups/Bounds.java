// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import org.initium.keras.Backend;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.Implementation;

/** What may lie on the bounds of a law or beyond them. */
public enum Bounds {
    /** The lower bound of a uniform law occurs, the upper one does not. */
    HALF_OPEN,
    /** Both occur: by rounding, in samplers that replay those of other libraries. */
    CLOSED,
    /** Some elements lie outside, and are no fault. */
    LEAKING;

    /**
     * How strictly a law's bounds hold where one of Initium's samplers draws.
     *
     * @param sampler its name
     */
    static Bounds of(String sampler, ExpectedLaw.Random law) {
        if (sampler.equals(Implementation.NATIVE)) {
            return HALF_OPEN;
        }
        // PyTorch's truncated normal tries four times and then lets one of 230,000 elements lie outside: too few for a
        // shift of the
        // moments or of the distribution function that a sample of 10^7 could show.
        boolean torch = sampler.equals(Backend.TORCH.toString());
        return torch && law instanceof ExpectedLaw.TruncatedNormal ? LEAKING : CLOSED;
    }
}
