// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.KolmogorovSmirnov;

/**
 * Which law a sample of independent elements follows: Bayes' rule over all laws of known scale and the families of unknown
 * scale, and a test of fit for each that is left, because the best of a catalogue may still be wrong.
 */
public final class Posterior {
    /** How often the test of fit refuses the right law, at most. */
    public static final double ALPHA = 1e-6;

    /** Elements below which there is nothing to fit: the families have two parameters and need two elements more. */
    public static final int FEWEST = 4;

    /** Prior weight of each family of unknown scale, where a Keras initializer has 1. */
    private static final double FREE_WEIGHT = 0.05;

    /** Laws that are reported, at most, and the posterior that they need unless they are the best. */
    private static final int MOST = 6;

    private static final double NEGLIGIBLE = 1e-3;

    /** Elements from which on the distance's critical value at {@link #ALPHA} is below 1. */
    private static final int FEWEST_TO_TEST = (int) Math.ceil(StrictMath.log(2 / ALPHA) / 2) + 1;

    private Posterior() {}

    /** A law, its unnormalised log-posterior, and whether its scale was fitted. */
    private record Scored(List<String> names, boolean usual, ExpectedLaw.Random law, boolean fitted, double log) {}

    /**
     * The laws by posterior, best first; at least one.
     *
     * @throws IllegalArgumentException if the sample has fewer than {@link #FEWEST} elements or all are equal
     */
    public static List<Candidate> of(Sample sample) {
        if (sample.size() < FEWEST || sample.isConstant()) {
            throw new IllegalArgumentException(sample.size() + " elements from " + sample.min() + " to " + sample.max()
                    + ", expected at least " + FEWEST + " that are not all equal");
        }
        List<FreeLaw> families = FreeLaw.of(sample);
        List<Scored> scored = scored(sample, families);
        scored.sort(Comparator.comparingDouble(Scored::log).reversed());
        double best = scored.get(0).log();
        double total = 0;
        for (Scored one : scored) {
            total += StrictMath.exp(one.log() - best);
        }
        float[] tested = sample.thinned();
        List<Candidate> candidates = new ArrayList<>();
        for (Scored one : scored.subList(0, MOST)) {
            double posterior = StrictMath.exp(one.log() - best) / total;
            if (candidates.isEmpty() || posterior >= NEGLIGIBLE) {
                double distance = KolmogorovSmirnov.statistic(tested, one.law()::cdf);
                candidates.add(new Candidate(
                        one.names(),
                        one.usual(),
                        one.law(),
                        one.fitted(),
                        posterior,
                        family(families, one.law()).stddev(),
                        distance,
                        critical(sample, tested.length, one.law())));
            }
        }
        return candidates;
    }

    /** The names of all initializers of known scale, as {@link Candidate#names()} has them where fans are counted as usual. */
    public static List<String> labels() {
        return Catalogue.labels();
    }

    private static List<Scored> scored(Sample sample, List<FreeLaw> families) {
        List<Scored> scored = new ArrayList<>();
        for (Hypothesis hypothesis : Catalogue.of(sample.shape())) {
            double log = StrictMath.log(hypothesis.weight()) + Likelihood.log(sample, hypothesis.law());
            scored.add(new Scored(
                    hypothesis.names().stream().map(Hypothesis.Name::toString).toList(),
                    hypothesis.names().stream().anyMatch(Hypothesis.Name::usual),
                    hypothesis.law(),
                    false,
                    log));
        }
        for (FreeLaw free : families) {
            double log = StrictMath.log(FREE_WEIGHT) + free.logMarginal();
            scored.add(new Scored(List.of(free.label()), true, free.law(), true, log));
        }
        return scored;
    }

    /** The family that a law belongs to: the one about 0 if that is where the law is. */
    private static FreeLaw family(List<FreeLaw> families, ExpectedLaw.Random law) {
        FreeLaw found = null;
        for (FreeLaw family : families) {
            boolean centred = family.law().mean() == 0;
            if (family.law().getClass() == law.getClass() && (found == null || !centred && law.mean() != 0)) {
                found = family;
            }
        }
        return found;
    }

    /**
     * Massart's bound, and what {@linkplain Sample#rounding rounding} moves: the distribution function by an element's error times the
     * law's largest density, which the three families have at their mean.
     */
    private static double critical(Sample sample, int n, ExpectedLaw.Random law) {
        if (n < FEWEST_TO_TEST) {
            return Double.NaN;
        }
        double moved = sample.rounding() * sample.largest() * law.density(law.mean());
        return KolmogorovSmirnov.critical(n, ALPHA) + moved;
    }
}
