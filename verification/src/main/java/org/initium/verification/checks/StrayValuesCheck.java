// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import org.initium.verification.laws.DeltaLaw;

/** A kernel is 0 wherever its law puts no matrix. */
public final class StrayValuesCheck {
    /** The check's name in reports. */
    public static final String NAME = "stray_values";

    private StrayValuesCheck() {}

    /** The verdict on one kernel; NaN counts as not 0. */
    public static Verdict check(float[] kernel, DeltaLaw law) {
        return Verdict.none(
                law.strays(kernel),
                "elements outside the middle that are not 0",
                "N = " + kernel.length,
                "element outside the middle that is not 0");
    }
}
