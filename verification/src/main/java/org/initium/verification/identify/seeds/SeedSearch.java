// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.initium.Parallel;
import org.initium.verification.identify.fit.Sample;
import org.initium.verification.identify.fit.Structure.Kind;

/**
 * Looks for a small seed that made a tensor, on every sampler.
 *
 * <p>A few elements tell a seed: they are drawn for each, and only where they match is the whole tensor made. What is looked for is
 * the family of laws alone; factor and shift follow from the elements. Seeds are tried in rounds, all threads on one round, and the
 * round in which something matched is the last; so the outcome does not depend on the threads.
 */
public final class SeedSearch {
    /** Seeds in a round: some tenths of a second. */
    private static final int ROUND = 1 << 16;

    /** Seeds in a piece of work for a thread. */
    private static final int PIECE = 1 << 10;

    /** Where the reflectors and factorisations of two libraries may part: some hundred roundings of a float. */
    private static final double ORTHOGONAL_ERROR = 0x1p-15;

    /** Bits below which a few elements do not tell a seed. */
    private static final int FEWEST_BITS = 6;

    /** Probability from which on that any seed matches by accident, there is no search. */
    private static final double MOST_ACCIDENTS = 1e-3;

    /**
     * Matches that are looked into on the whole tensor. A seed has at most a handful, as when NumPy's truncated normals begin as its
     * normals; more than these come of elements that tell no seed.
     */
    static final int MOST_HITS = 32;

    private SeedSearch() {}

    /** Told how far the search has come. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Called after each round, on the caller's thread.
         *
         * @param done seeds tried, each on all samplers
         * @param total seeds that will be tried if none matches
         */
        void tried(long done, long total);
    }

    /** A match of a few elements. */
    record Hit(Probe probe, Source source, long seed) {}

    /**
     * Searches for the seed of independent draws.
     *
     * @param families those that the draws may be of
     * @param names initializers to try on the whole tensor
     * @param largest seeds 0 to this are tried; at most 2^32 - 1
     */
    public static SeedReport independent(
            Sample sample, Set<Family> families, List<String> names, long largest, Listener listener) {
        if (sample.size() < Probe.FEWEST) {
            return SeedReport.skipped(sample.size() + " elements are too few to tell seeds apart");
        }
        if (sample.bits() < FEWEST_BITS) {
            return SeedReport.skipped(
                    "elements of " + sample.bits() + " significant bits are too coarse to tell seeds apart");
        }
        Optional<Head> head = Head.of(sample);
        if (head.isEmpty()) {
            return SeedReport.skipped("no " + Math.min(Probe.MOST, sample.size())
                    + " elements in a row near the beginning are all different and not 0, as draws would be");
        }
        List<Probe> probes = new ArrayList<>();
        families.stream().sorted().forEach(family -> probes.add(new HeadProbe(head.get(), family)));
        return report(probes, largest, listener, hit -> {
            Family family = ((HeadProbe) hit.probe()).family();
            float[] draws = Replays.standard(sample, hit.source().sampling().apply(hit.seed()), family);
            Affine fit = fit(sample, head.get(), draws);
            return new SeedMatch(
                    hit.source().sampler(),
                    hit.source().seeding(),
                    hit.seed(),
                    Replays.exact(sample, hit.source(), hit.seed(), family, fit, names),
                    fit.misses(draws, sample.data(), sample.size(), Head.tolerance(sample)),
                    fit.factor(),
                    fit.shift());
        });
    }

    /** By all elements; or by the few alone that matched, where others were changed and spoil the fit. */
    private static Affine fit(Sample sample, Head head, float[] draws) {
        double tolerance = Head.tolerance(sample);
        Affine all = Affine.between(draws, sample.data(), sample.size());
        int misses = all.misses(draws, sample.data(), sample.size(), tolerance);
        if (misses == 0) {
            return all;
        }
        Affine few = head.fit(draws);
        return few.misses(draws, sample.data(), sample.size(), tolerance) < misses ? few : all;
    }

    /**
     * Searches for the seed of an orthogonal matrix. Its elements come from a factorisation that rounds as the library's version
     * does, so they agree to some 2^-15 and not to the bit.
     *
     * @param kind in which layout the matrix is orthogonal
     * @param largest seeds 0 to this are tried; at most 2^32 - 1
     */
    public static SeedReport orthogonal(Sample sample, Kind kind, long largest, Listener listener) {
        List<Probe> probes = new ArrayList<>();
        ColumnProbe upright = new ColumnProbe(sample, kind, false);
        probes.add(upright);
        if (ColumnProbe.isWide(sample, kind)) {
            probes.add(new ColumnProbe(sample, kind, true));
        }
        if (upright.length() < Probe.FEWEST) {
            return SeedReport.skipped("columns of " + upright.length() + " elements are too short to tell seeds apart");
        }
        return report(probes, largest, listener, hit -> {
            float[] matrix = ((ColumnProbe) hit.probe()).whole(hit.source(), hit.seed());
            Affine fit = Affine.proportional(matrix, sample.data(), sample.size());
            double tolerance = ORTHOGONAL_ERROR * sample.largest();
            return new SeedMatch(
                    hit.source().sampler(),
                    hit.source().seeding(),
                    hit.seed(),
                    List.of(),
                    fit.misses(matrix, sample.data(), sample.size(), tolerance),
                    fit.factor(),
                    0);
        });
    }

    /**
     * Searches, unless the elements compared cannot tell that many seeds apart.
     *
     * @param whole compares the whole tensor with what a seed gives
     */
    static SeedReport report(List<Probe> probes, long largest, Listener listener, Function<Hit, SeedMatch> whole) {
        double accident = 0;
        for (Probe probe : probes) {
            accident += probe.accident() * (largest + 1.0) * (Source.DIRECT.size() + Source.GLOBAL.size());
        }
        if (accident > MOST_ACCIDENTS) {
            return SeedReport.skipped(String.format(
                    Locale.ROOT,
                    "too few elements, or too near to each other, to tell %d seeds apart: by accident one would match with a"
                            + " probability of up to %.2g",
                    largest + 1,
                    Math.min(1, accident)));
        }
        List<Hit> hits = search(probes, largest, listener);
        if (hits.size() > MOST_HITS) {
            return SeedReport.skipped(
                    "given up, as a few elements match " + hits.size() + " times and so do not tell seeds apart");
        }
        return new SeedReport(largest, best(hits.stream().map(whole).toList()), accident, "");
    }

    /**
     * One match for each seed and way of seeding, smallest seed first: where a few normals happen to lie within the cut, NumPy's
     * truncated normals begin as its normals do, and only the whole tells which they are.
     */
    private static List<SeedMatch> best(List<SeedMatch> matches) {
        Map<List<Object>, SeedMatch> best = new LinkedHashMap<>();
        for (SeedMatch match : matches) {
            best.merge(
                    List.of(match.sampler(), match.seeding(), match.seed()),
                    match,
                    (a, b) -> b.exact() && !a.exact() || b.differing() < a.differing() ? b : a);
        }
        return List.copyOf(best.values());
    }

    /** All that match in the first round in which anything does. */
    private static List<Hit> search(List<Probe> probes, long largest, Listener listener) {
        long total = 2 * (largest + 1);
        List<Hit> hits = round(probes, Source.DIRECT, largest, 0, total, listener);
        return hits.isEmpty() ? round(probes, Source.GLOBAL, largest, largest + 1, total, listener) : hits;
    }

    private static List<Hit> round(
            List<Probe> probes, List<Source> sources, long largest, long before, long total, Listener listener) {
        List<Hit> hits = Collections.synchronizedList(new ArrayList<>());
        for (long first = 0; first <= largest && hits.isEmpty(); first += ROUND) {
            long begin = first;
            long end = Math.min(largest + 1, first + ROUND);
            int pieces = (int) Math.ceilDiv(end - begin, (long) PIECE);
            Parallel.forEach(pieces, piece -> {
                long from = begin + (long) piece * PIECE;
                for (long seed = from; seed < Math.min(end, from + PIECE); seed++) {
                    tryOne(probes, sources, seed, hits);
                }
            });
            listener.tried(before + end, total);
        }
        // Threads add in any order.
        hits.sort(Comparator.comparingLong(Hit::seed)
                .thenComparingInt(hit -> sources.indexOf(hit.source()))
                .thenComparingInt(hit -> probes.indexOf(hit.probe())));
        return hits;
    }

    private static void tryOne(List<Probe> probes, List<Source> sources, long seed, List<Hit> hits) {
        for (Source source : sources) {
            for (Probe probe : probes) {
                if (probe.matches(source, seed)) {
                    hits.add(new Hit(probe, source, seed));
                }
            }
        }
    }
}
