// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.words;

/** What the checks of words read at a time. */
final class Batches {
    /** Tuples, or words, in a batch: so few that their words stay in the L2 cache. */
    static final int SIZE = 4096;

    private Batches() {}

    /** Checks that so many tuples are whole batches, and that these are whole groups of tuples of words {@code distance} apart. */
    static void require(String name, long tuples, int distance) {
        if (tuples < 1 || tuples % SIZE != 0) {
            throw new IllegalArgumentException(name + " is " + tuples + ", expected a multiple of " + SIZE);
        }
        if (SIZE % distance != 0) {
            throw new IllegalArgumentException("distance is " + distance + ", expected a divisor of " + SIZE);
        }
    }
}
