// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import java.util.List;
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

    /**
     * Whether a second stage would draw ten times the data of this first one. If not, because a sample of so many elements takes too much
     * memory, the checks come to their verdicts in one stage, at their whole share of the false alarms.
     */
    default boolean repeatable(Effort effort) {
        return true;
    }

    /**
     * Pictures of what is checked; none unless this group is one to be shown.
     *
     * @param key the stream that {@link #plan} draws from
     */
    default List<Picture> pictures(Key key) {
        return List.of();
    }
}
