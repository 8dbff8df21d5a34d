// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.initium.Tensor;
import org.initium.verification.identify.fit.Candidate;
import org.initium.verification.identify.fit.Posterior;
import org.initium.verification.identify.fit.Sample;
import org.initium.verification.identify.fit.Structure;
import org.initium.verification.identify.fit.Structures;
import org.initium.verification.identify.oddities.Oddities;
import org.initium.verification.identify.oddities.Oddity;
import org.initium.verification.identify.seeds.Family;
import org.initium.verification.identify.seeds.SeedReport;
import org.initium.verification.identify.seeds.SeedSearch;

/** Says where a tensor came from: by which initializer, with which fans and scale, from which seed, and what is wrong with it. */
public final class Identifier {
    /** Seeds that are tried by default: 0 to this. */
    public static final long DEFAULT_LARGEST_SEED = 1_000_000;

    /** The largest seed that all samplers take. */
    public static final long LARGEST_SEED = 0xFFFFFFFFL;

    /** Posterior below which a law's family is not worth a search for seeds. */
    private static final double WORTH_A_SEARCH = 1e-3;

    private Identifier() {}

    /**
     * Identifies a tensor without a search for seeds.
     *
     * @throws IllegalArgumentException if it has no elements
     */
    public static Identification identify(Tensor tensor) {
        return identify(tensor, -1, (done, total) -> {});
    }

    /**
     * Identifies a tensor.
     *
     * @param largestSeed seeds 0 to this are tried; -1 for none
     * @param listener told how far the search for a seed has come
     * @throws IllegalArgumentException if the tensor has no elements, or the seed is not in -1 .. {@link #LARGEST_SEED}
     */
    public static Identification identify(Tensor tensor, long largestSeed, SeedSearch.Listener listener) {
        if (largestSeed < -1 || largestSeed > LARGEST_SEED) {
            throw new IllegalArgumentException(
                    "largest seed is " + largestSeed + ", expected -1 for no search, or 0 to " + LARGEST_SEED);
        }
        List<Oddity> notFinite = Oddities.notFinite(tensor);
        if (!notFinite.isEmpty()) {
            return new Identification(
                    tensor.shape(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    SeedReport.skipped("not all elements are finite"),
                    notFinite);
        }
        Sample sample = Sample.of(tensor);
        Optional<Structure> structure = Structures.of(sample);
        boolean draws = structure.isEmpty() && sample.size() >= Posterior.FEWEST;
        List<Candidate> candidates = draws ? Posterior.of(sample) : List.of();
        Optional<Candidate> best = candidates.stream().findFirst().filter(Candidate::fits);
        return new Identification(
                tensor.shape(),
                Optional.of(moments(sample)),
                structure,
                candidates,
                seeds(sample, structure, candidates, largestSeed, listener),
                Oddities.of(sample, structure, best));
    }

    private static Identification.Moments moments(Sample sample) {
        double variance = sample.squares(sample.mean()) / sample.size();
        return new Identification.Moments(sample.mean(), Math.sqrt(variance), sample.min(), sample.max());
    }

    private static SeedReport seeds(
            Sample sample,
            Optional<Structure> structure,
            List<Candidate> candidates,
            long largest,
            SeedSearch.Listener listener) {
        if (largest < 0) {
            return SeedReport.skipped("not asked for");
        }
        if (structure.isPresent()) {
            Structure.Kind kind = structure.get().kind();
            return kind == Structure.Kind.ORTHOGONAL || kind == Structure.Kind.ORTHOGONAL_OUT_IN
                    ? SeedSearch.orthogonal(sample, kind, largest, listener)
                    : SeedReport.skipped("seeds are looked for of independent draws and of orthogonal matrices");
        }
        Set<Family> families = EnumSet.noneOf(Family.class);
        for (Candidate candidate : candidates) {
            // A sample that is too small to be tested may still have a seed.
            if (candidate.posterior() >= WORTH_A_SEARCH && (candidate.fits() || !candidate.tested())) {
                families.add(Family.of(candidate.law()));
            }
        }
        return families.isEmpty()
                ? SeedReport.skipped(
                        candidates.isEmpty()
                                ? "too few elements to tell seeds apart"
                                : "no law that is known here fits")
                : SeedSearch.independent(sample, families, Posterior.labels(), largest, listener);
    }
}
