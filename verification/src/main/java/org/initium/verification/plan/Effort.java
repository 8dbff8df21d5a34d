// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

/**
 * How much a group draws.
 *
 * @param full whether this is a full run: ten times the data, and 2^34 words
 * @param again whether a check that failed is repeated: ten times the data once more
 */
public record Effort(boolean full, boolean again) {
    /** The first stage of a default run. */
    public static final Effort DEFAULT = new Effort(false, false);

    private static final int FACTOR = 10;

    /** Factor of the default sample: 1, 10 or 100. */
    public int times() {
        return (full ? FACTOR : 1) * (again ? FACTOR : 1);
    }

    /** The second stage of the same run. */
    public Effort repeated() {
        return new Effort(full, true);
    }
}
