// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import java.util.Arrays;
import org.initium.verification.checks.Verdict;

/**
 * Another seed gives other elements. An initializer that has nothing of its seed gives all layers of a shape, and all runs, the same weights,
 * each of which follows its law.
 */
public final class OtherSeedCheck {
    /** The check's name in reports. */
    public static final String NAME = "other_seed";

    /** So many random elements that are all the same are no chance: 16 of 2^23 values each, once in 2^368 times. */
    public static final int ELEMENTS = 16;

    private OtherSeedCheck() {}

    /**
     * The verdict on two draws; none at all fail, for there is nothing to vouch for.
     *
     * @param one of {@link #ELEMENTS} random elements or more
     * @param other as many, from another seed, or from other seeds throughout
     */
    public static Verdict check(float[] one, float[] other) {
        String detail = "N = " + one.length + " of each";
        if (one.length == 0 || one.length != other.length) {
            return Verdict.impossible("N = " + one.length + ", with another seed " + other.length, 0);
        }
        return Verdict.none(
                Arrays.equals(one, other) ? 1 : 0,
                "draws that are the same with another seed",
                detail,
                "draw that is the same with another seed");
    }
}
