// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.oddities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initium.Tensor;
import org.initium.verification.identify.fit.Candidate;
import org.initium.verification.identify.fit.Sample;
import org.initium.verification.identify.fit.Structure;
import org.initium.verification.laws.ExpectedLaw;

/** Looks for what fresh weights should not have. */
public final class Oddities {
    /** Where Keras's truncated normals are cut, in standard deviations before the cut. */
    private static final double CUT = 2;

    /** Posterior from which on a law is blamed for its fans. */
    private static final double CERTAIN = 0.99;

    private Oddities() {}

    /** What is wrong with a tensor that has elements which are not finite; empty if it has none. */
    public static List<Oddity> notFinite(Tensor tensor) {
        return ValueOddities.nonFinite(tensor);
    }

    /**
     * What is wrong with a finite sample.
     *
     * @param structure what the tensor is, if it is not a heap of independent draws: zeros and repetitions are then its nature
     * @param best the law that fits best, if it is independent draws that fit one
     */
    public static List<Oddity> of(Sample sample, Optional<Structure> structure, Optional<Candidate> best) {
        if (structure.isPresent()) {
            // One unit has no other that it could stay equal to.
            boolean symmetric = structure.get().kind() == Structure.Kind.CONSTANT
                    && sample.shape().rank() >= 2
                    && sample.shape().dim(-1) >= 2;
            return symmetric
                    ? List.of(Oddity.of(
                            "unbroken_symmetry", "all elements are equal: units that begin equal stay equal", 0))
                    : List.of();
        }
        List<Oddity> odd = new ArrayList<>();
        if (sample.isConstant()) {
            return odd;
        }
        odd.addAll(ValueOddities.of(sample, best.map(Candidate::law)));
        odd.addAll(PatternOddities.of(sample));
        best.ifPresent(candidate -> leftovers(sample, candidate, odd));
        best.filter(candidate -> !candidate.usual() && candidate.posterior() >= CERTAIN)
                .ifPresent(candidate -> odd.add(Oddity.of(
                        "layout",
                        "the scale fits only if fans are counted as its library does not: "
                                + candidate.names().get(0) + ", posterior " + Figures.of(candidate.posterior()))));
        return odd;
    }

    /** What lies beyond a cut that the rest of the sample obeys. */
    private static void leftovers(Sample sample, Candidate candidate, List<Oddity> odd) {
        if (candidate.law() instanceof ExpectedLaw.TruncatedNormal cut) {
            int outside = sample.outside(cut.mean(), CUT * cut.scale() * (1 + sample.rounding()));
            if (outside > 0) {
                odd.add(Oddity.of(
                        "beyond_the_cut",
                        outside + " of " + sample.size() + " elements lie beyond the cut at 2 standard deviations;"
                                + " Keras on PyTorch gives up after four tries and leaves 4.3 in a million"));
            }
        }
    }
}
