// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

/**
 * What a figure should be: at least some ratio to a peer in the same run, or an absolute bound.
 *
 * @param work what is done
 * @param text the goal in words
 * @param cases Initium's rows
 * @param peer the contender that it is compared with; empty for an absolute goal
 * @param unit unit of an absolute goal, one of the rows' derived figures; empty for a ratio
 * @param mean least geometric mean of the ratios; NaN if none is asked for
 * @param each least ratio, or bound of the figure, of every single row; NaN if none is asked for
 */
record Goal(String work, String text, Cases cases, String peer, String unit, double mean, double each) {
    /** Every row at least so many times as fast as the peer's. */
    static Goal each(String work, String text, Cases cases, String peer, double ratio) {
        return new Goal(work, text, cases, peer, "", Double.NaN, ratio);
    }

    /** So many times as fast as the peer in the geometric mean, and no row below {@code each}. */
    static Goal mean(String work, String text, Cases cases, String peer, double mean, double each) {
        return new Goal(work, text, cases, peer, "", mean, each);
    }

    /** Every row's figure within a bound: at most for a cost, at least for a rate. */
    static Goal bound(String work, String text, Cases cases, String unit, double bound) {
        return new Goal(work, text, cases, "", unit, Double.NaN, bound);
    }

    /** Whether this compares with a peer. */
    boolean relative() {
        return !peer.isEmpty();
    }
}
