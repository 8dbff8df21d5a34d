// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import java.util.List;
import org.initium.random.Key;

/** The order in which a trainer on trial shows its samples. */
@FunctionalInterface
public interface EpochOrder {
    /**
     * The batches of one epoch.
     *
     * @param samples number of samples, 1 or more
     * @param batchSize samples per update, 1 or more
     * @param key of the orders of all epochs
     * @param epoch number of the epoch, from 0
     * @return the numbers of the samples of each batch, from 0
     */
    List<int[]> batches(int samples, int batchSize, Key key, int epoch);

    /** The engine's: what its {@link org.initium.nn.Trainer} sends through a model. */
    static EpochOrder engine() {
        return new TrainerOrder();
    }
}
