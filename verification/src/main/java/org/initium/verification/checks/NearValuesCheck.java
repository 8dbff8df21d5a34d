// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import org.initium.verification.laws.FourierLaw;

/** Every element of a tensor without chance is as near to its exact value as roundings explain. */
public final class NearValuesCheck {
    /** The check's name in reports. */
    public static final String NAME = "near_values";

    private NearValuesCheck() {}

    /** The verdict on one tensor; an empty one fails, for there is nothing to vouch for. */
    public static Verdict check(float[] tensor, FourierLaw law) {
        if (tensor.length != law.frame() * law.bins()) {
            return Verdict.impossible("N = " + tensor.length + ", expected " + law.frame() + " x " + law.bins(), 0);
        }
        double worst = 0;
        int where = 0;
        double widest = 0; // A right element may be off by its bound the other way.
        for (int i = 0; i < tensor.length; i++) {
            double difference = Math.abs(tensor[i] - law.at(i));
            widest = Math.max(widest, law.tolerance(i));
            double ratio = difference == 0 ? 0 : difference / law.tolerance(i);
            double largest = Math.max(worst, ratio); // NaN, once there, stays.
            if (Double.compare(largest, worst) != 0) {
                worst = largest;
                where = i;
            }
        }
        String detail =
                "N = " + tensor.length + "; element " + where + " is " + tensor[where] + ", exactly " + law.at(where);
        return Verdict.atMost(worst, 1, "largest difference over its bound", detail, 0)
                .detecting(2 * widest, "error of any element");
    }
}
