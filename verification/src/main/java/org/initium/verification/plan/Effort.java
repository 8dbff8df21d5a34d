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

    /** Most elements of a sample of several tensors: 200 MB, and 1 GB with the copies that the statistics work on. */
    public static final int MOST = 50_000_000;

    private static final int FACTOR = 10;

    /** Factor of the default sample: 1, 10 or 100. */
    public int times() {
        return (full ? FACTOR : 1) * (again ? FACTOR : 1);
    }

    /** The second stage of the same run. */
    public Effort repeated() {
        return new Effort(full, true);
    }

    /**
     * How many tensors to draw: {@link #times} as many, as far as {@link #MOST} elements reach.
     *
     * @param once how many the first stage of a default run draws, above 0
     * @param size elements of each, above 0
     */
    public int tensors(int once, int size) {
        return Math.max(once, Math.min(Math.multiplyExact(times(), once), MOST / size));
    }

    /**
     * Whether ten times as many tensors as this stage draws are within {@link #MOST} elements.
     *
     * @param once as in {@link #tensors}
     * @param size elements of each
     */
    public boolean repeatable(int once, int size) {
        return (long) repeated().times() * once * size <= MOST;
    }
}
