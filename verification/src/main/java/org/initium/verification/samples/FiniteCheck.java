// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import org.initium.verification.checks.Verdict;

/** No element is NaN or infinite. */
public record FiniteCheck() implements SampleCheck {
    /** The check's name in reports. */
    public static final String NAME = "finite";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean statistical() {
        return false;
    }

    @Override
    public Verdict judge(Draws draws, double alpha) {
        return check(draws.sample());
    }

    /** The verdict on a tensor of whatever law; an empty one fails, for there is nothing to vouch for. */
    public Verdict check(float[] tensor) {
        if (tensor.length == 0) {
            return Verdict.impossible("N = 0; an empty tensor proves nothing", 0);
        }
        int first = firstNonFinite(tensor);
        long count = 0;
        for (float x : tensor) {
            count += Float.isFinite(x) ? 0 : 1;
        }
        String detail = "N = " + tensor.length + (first < 0 ? "" : "; element " + first + " is " + tensor[first]);
        return Verdict.none(count, "elements that are not finite", detail, "element that is NaN or infinite");
    }

    /** Index of the first element that is NaN or infinite, or -1. */
    static int firstNonFinite(float[] tensor) {
        for (int i = 0; i < tensor.length; i++) {
            if (!Float.isFinite(tensor[i])) {
                return i;
            }
        }
        return -1;
    }
}
