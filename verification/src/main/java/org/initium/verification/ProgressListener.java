// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import org.initium.verification.plan.CheckResult;

/** Hears of every check as it ends: from any thread, never from two at once. */
@FunctionalInterface
public interface ProgressListener {
    /** Hears and says nothing. */
    ProgressListener NONE = (done, total, result) -> {};

    /**
     * One more check has ended.
     *
     * @param done checks ended so far, this one included
     * @param total checks of the whole run
     * @param result the verdict
     */
    void checked(int done, int total, CheckResult result);
}
