// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import java.util.List;
import java.util.Optional;
import org.initium.random.Key;

/** Checks that share a sample. */
public interface CheckGroup {
    /**
     * The group's checks, in the order in which they should run; the same ones whatever the key and the effort. Planning draws
     * nothing: the sample is drawn by the first check that needs it and is garbage with the list.
     *
     * @param key the stream to draw from
     */
    List<PlannedCheck> plan(Key key, Effort effort);

    /** A picture of the sample, if this group is one to be shown. */
    default Optional<HistogramData> histogram(Key key) {
        return Optional.empty();
    }
}
