// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import org.initium.verification.laws.ExpectedLaw;

/** Every element of a tensor without chance is the expected one to the bit: -0.0 is not 0.0. */
public final class ExactValuesCheck {
    /** The check's name in reports. */
    public static final String NAME = "exact_values";

    private ExactValuesCheck() {}

    /** The verdict on one tensor; an empty one fails, for there is nothing to vouch for. */
    public static Verdict check(float[] tensor, ExpectedLaw.Exact law) {
        if (tensor.length == 0) {
            return Verdict.impossible("N = 0; an empty tensor proves nothing", 0);
        }
        long wrong = 0;
        int first = -1;
        for (int i = 0; i < tensor.length; i++) {
            if (Float.floatToRawIntBits(tensor[i]) != Float.floatToRawIntBits(law.at(i))) {
                first = wrong == 0 ? i : first;
                wrong++;
            }
        }
        String where = wrong == 0 ? "" : "; element " + first + " is " + tensor[first] + ", expected " + law.at(first);
        return Verdict.none(
                wrong,
                "elements that differ in a bit",
                "N = " + tensor.length + where,
                "element that differs by a bit");
    }
}
