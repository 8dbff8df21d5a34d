// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import org.initium.verification.checks.Verdict;

/**
 * The same seed gives the same elements again, bit for bit, whether they are drawn as a whole or in pieces: an element depends on seed and
 * place, not on what was drawn before.
 */
public final class SameSeedCheck {
    /** The check's name in reports. */
    public static final String NAME = "same_seed";

    private SameSeedCheck() {}

    /**
     * The verdict on two draws; none at all fail, for there is nothing to vouch for.
     *
     * @param once drawn as a whole
     * @param again as many, drawn from the same seed in pieces
     */
    public static Verdict check(float[] once, float[] again) {
        if (once.length == 0 || once.length != again.length) {
            return Verdict.impossible("N = " + once.length + ", the second time " + again.length, 0);
        }
        long wrong = 0;
        int first = -1;
        for (int i = 0; i < once.length; i++) {
            if (Float.floatToRawIntBits(once[i]) != Float.floatToRawIntBits(again[i])) {
                first = wrong == 0 ? i : first;
                wrong++;
            }
        }
        String where =
                wrong == 0 ? "" : "; element " + first + " is " + once[first] + ", the second time " + again[first];
        return Verdict.none(
                wrong,
                "elements that differ in a bit the second time",
                "N = " + once.length + where,
                "element that differs in a bit the second time");
    }
}
