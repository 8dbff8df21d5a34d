// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import org.initium.init.Law;

/**
 * The law that an initializer declares, which is what {@code describe} prints, is the expected one: the same family, and the
 * same mean, standard deviation and bounds.
 */
public final class DeclaredLawCheck {
    /** The check's name in reports. */
    public static final String NAME = "declared_law";

    /**
     * Relative difference that rounding explains. Behind each figure lie at most eight operations on either side (fans are
     * whole numbers and exact), each within 2^-53: {@code 16 * 2^-53}.
     */
    private static final double ROUNDING = 0x1p-49;

    private DeclaredLawCheck() {}

    /** The verdict on what an initializer declares. */
    public static Verdict check(Law declared, ExpectedLaw expected) {
        String detail = "declared " + declared + ", expected " + expected;
        if (!sameFamily(declared, expected)) {
            return Verdict.impossible("another family: " + detail, 0);
        }
        double[] want = figures(expected);
        double[] got = {declared.mean(), declared.stddev(), declared.lower(), declared.upper()};
        double largest = 0;
        for (int i = 0; i < want.length; i++) {
            // Infinite bounds and zeros must agree exactly; the difference of two infinities would be NaN.
            double difference = got[i] == want[i] ? 0 : Math.abs(got[i] - want[i]) / Math.abs(want[i]);
            largest = Math.max(largest, difference);
        }
        return Verdict.atMost(largest, ROUNDING, "relative difference", detail, 0);
    }

    private static boolean sameFamily(Law declared, ExpectedLaw expected) {
        return declared instanceof Law.Uniform && expected instanceof ExpectedLaw.Uniform
                || declared instanceof Law.Normal && expected instanceof ExpectedLaw.Normal
                || declared instanceof Law.TruncatedNormal && expected instanceof ExpectedLaw.TruncatedNormal
                || declared instanceof Law.Constant && expected instanceof ExpectedLaw.Constant
                || declared instanceof Law.Structured
                        && (expected instanceof ExpectedLaw.Identity || expected instanceof ExpectedLaw.Haar);
    }

    /** Mean, standard deviation, lower and upper bound. */
    private static double[] figures(ExpectedLaw law) {
        if (law instanceof ExpectedLaw.Random random) {
            return new double[] {random.mean(), random.stddev(), random.lower(), random.upper()};
        }
        if (law instanceof ExpectedLaw.Constant constant) {
            return new double[] {constant.value(), 0, constant.value(), constant.value()};
        }
        if (law instanceof ExpectedLaw.Haar haar) {
            return new double[] {0, haar.entryStddev(), -haar.gain(), haar.gain()};
        }
        ExpectedLaw.Identity identity = (ExpectedLaw.Identity) law;
        double ones = Math.min(identity.rows(), identity.columns());
        double p = ones / ((double) identity.rows() * identity.columns());
        double gain = identity.gain();
        double stddev = Math.abs(gain) * Math.sqrt(p * (1 - p));
        return new double[] {gain * p, stddev, Math.min(0, gain), Math.max(0, gain)};
    }
}
