// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import java.util.List;
import org.initium.nn.Parameter;
import org.initium.nn.Sgd;
import org.initium.nn.SgdConfig;

/** An optimizer on trial. */
@FunctionalInterface
public interface StepRule {
    /**
     * A new optimizer at rest.
     *
     * @param config its settings
     * @param parameters whose gradients each run reads, and whose values it changes
     * @return what makes one update
     */
    Runnable optimizer(SgdConfig config, List<Parameter> parameters);

    /** The engine's, {@link Sgd}. */
    static StepRule engine() {
        return (config, parameters) -> new Sgd(config, parameters)::step;
    }
}
