// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import org.initium.init.Law;
import org.initium.verification.laws.DeltaLaw;
import org.initium.verification.laws.DiracLaw;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.FourierLaw;
import org.initium.verification.laws.SparseLaw;

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

    /**
     * The same, over the largest magnitude, where the engine's figures are those of weights rounded to floats: window, square,
     * sum, root and quotient are each within 2^-24, and variances double it: {@code 16 * 2^-24}.
     */
    private static final double FLOAT_ROUNDING = 0x1p-20;

    private static final String[] FIGURES = {"mean", "standard deviation", "lower bound", "upper bound"};

    private DeclaredLawCheck() {}

    /** The verdict on what an initializer declares. */
    public static Verdict check(Law declared, ExpectedLaw expected) {
        String detail = "declared " + declared + ", expected " + expected;
        if (!sameFamily(declared, expected)) {
            return Verdict.impossible("another family: " + detail, 0);
        }
        double[] want = figures(expected);
        double[] got = {declared.mean(), declared.stddev(), declared.lower(), declared.upper()};
        // The parts of a Fourier kernel cancel, so that its mean may be small in spite of sound terms.
        double scale = expected instanceof FourierLaw fourier ? fourier.largest() : 0;
        double largest = 0;
        int worst = 0;
        for (int i = 0; i < want.length; i++) {
            // Infinite bounds and zeros must agree exactly; the difference of two infinities would be NaN.
            double difference = got[i] == want[i] ? 0 : Math.abs(got[i] - want[i]) / Math.max(scale, Math.abs(want[i]));
            // Math.max hands a NaN on.
            worst = difference > largest || Double.isNaN(difference) ? i : worst;
            largest = Math.max(largest, difference);
        }
        if (largest > 0 || Double.isNaN(largest)) {
            detail += "; " + FIGURES[worst] + " " + got[worst] + ", expected " + want[worst];
        }
        double threshold = expected instanceof FourierLaw ? FLOAT_ROUNDING : ROUNDING;
        // Of the difference that passes, all may be the expected figure's, and of the other sign.
        return Verdict.atMost(largest, threshold, "relative difference", detail, 0)
                .detecting(2 * threshold, "relative error of a mean, standard deviation or bound, or another family");
    }

    private static boolean sameFamily(Law declared, ExpectedLaw expected) {
        return declared instanceof Law.Uniform && expected instanceof ExpectedLaw.Uniform
                || declared instanceof Law.Normal && expected instanceof ExpectedLaw.Normal
                || declared instanceof Law.TruncatedNormal && expected instanceof ExpectedLaw.TruncatedNormal
                || declared instanceof Law.Constant && expected instanceof ExpectedLaw.Constant
                || declared instanceof Law.Structured
                        && (expected instanceof ExpectedLaw.Identity
                                || expected instanceof ExpectedLaw.Haar
                                || expected instanceof DiracLaw
                                || expected instanceof SparseLaw
                                || expected instanceof DeltaLaw
                                || expected instanceof FourierLaw);
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
        if (law instanceof DeltaLaw delta) {
            return new double[] {0, delta.stddev(), -delta.gain(), delta.gain()};
        }
        if (law instanceof SparseLaw sparse) {
            double bound = sparse.stddev() > 0 ? Double.POSITIVE_INFINITY : 0;
            return new double[] {0, sparse.stddev(), -bound, bound};
        }
        if (law instanceof FourierLaw fourier) {
            return new double[] {fourier.mean(), fourier.stddev(), -fourier.largest(), fourier.largest()};
        }
        if (law instanceof DiracLaw dirac) {
            double p = dirac.share();
            return new double[] {p, Math.sqrt(p * (1 - p)), 0, 1};
        }
        ExpectedLaw.Identity identity = (ExpectedLaw.Identity) law;
        double ones = Math.min(identity.rows(), identity.columns());
        double p = ones / ((double) identity.rows() * identity.columns());
        double gain = identity.gain();
        double stddev = Math.abs(gain) * Math.sqrt(p * (1 - p));
        return new double[] {gain * p, stddev, Math.min(0, gain), Math.max(0, gain)};
    }
}
