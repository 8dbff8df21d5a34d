// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import org.initium.verification.laws.DeltaLaw;

/** A kernel is 0 wherever its law puts no matrix. */
public final class StrayValuesCheck {
    /** The check's name in reports. */
    public static final String NAME = "stray_values";

    private StrayValuesCheck() {}

    /** The verdict on one kernel; NaN counts as not 0, and a kernel of another size fails. */
    public static Verdict check(float[] kernel, DeltaLaw law) {
        if (kernel.length == 0 || kernel.length != law.shape().size()) {
            return Verdict.impossible("N = " + kernel.length + ", expected a kernel of shape " + law.shape(), 0);
        }
        return Verdict.none(
                law.strays(kernel),
                "elements outside the middle that are not 0",
                "N = " + kernel.length,
                "element outside the middle that is not 0");
    }
}
