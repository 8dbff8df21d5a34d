// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import java.util.List;
import java.util.Optional;
import org.initium.random.Key;

/** Checks that share a sample. */
interface CheckGroup {
    /**
     * The group's checks, in the order in which they should run. Planning draws nothing: the sample is drawn by the first
     * check that needs it and is garbage with the list.
     *
     * @param key the group's own stream
     * @param full whether to draw ten times the sample, and 2^34 words
     */
    List<PlannedCheck> plan(Key key, boolean full);

    /** A picture of the sample, if this group is one to be shown. */
    default Optional<HistogramData> histogram(Key key) {
        return Optional.empty();
    }
}
