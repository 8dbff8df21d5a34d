// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import java.util.List;
import org.initium.random.Key;
import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.CellDivergence;
import org.initium.verification.stats.Power;

/**
 * Every order of the samples is as likely as any other, over keys and over epochs, judged by {@link CellDivergence}, a true bound.
 *
 * <p>Of 4 samples all 24 orders are counted, which nothing that is not uniform escapes; the classic fault, to change places with
 * any position rather than with one not yet done, leads to the orders in 8 to 15 of 4^4 ways, where 10.7 would be even. Of more
 * samples it is which sample comes where, and which follows which, by the difference of their numbers: a mere rotation puts every
 * sample everywhere and always the same one behind it.
 */
public final class ShuffleCheck {
    /** The check's name in reports. */
    public static final String NAME = "shuffle";

    /** As few as tell all orders apart in a table. */
    private static final int FEW = 4;

    private static final int ORDERS = 24;

    /** Epochs drawn with one key, so that both an order that stays and a key that is ignored come back often. */
    private static final int EPOCHS_PER_KEY = 16;

    private static final int HALVINGS = 60;

    private ShuffleCheck() {}

    /**
     * The verdict on all orders of 4 samples.
     *
     * @param order on trial
     * @param n number of epochs
     * @param key of the epochs' keys
     * @param alpha how often the check may fail a right shuffle
     * @throws IllegalArgumentException if n is too small for {@code alpha}
     */
    public static Verdict orders(EpochOrder order, int n, Key key, double alpha) {
        double critical = CellDivergence.critical(n, ORDERS, alpha);
        long[] counts = new long[ORDERS];
        for (int i = 0; i < n; i++) {
            int[] shuffled = epoch(order, FEW, key, i);
            if (!isPermutation(shuffled, FEW)) {
                return notOnce(n, FEW, alpha);
            }
            counts[rank(shuffled)]++;
        }
        String detail = "N = " + n + " epochs of " + FEW + " samples";
        return Verdict.atMost(CellDivergence.statistic(counts), critical, "n KL of the worst order", detail, alpha)
                .detecting(detectable(n, ORDERS, 1, alpha), "times the probability of an order that should be");
    }

    /**
     * The verdict on which sample comes where, and which follows which.
     *
     * @param order on trial
     * @param samples 3 or more
     * @param n number of epochs
     * @param key of the epochs' keys
     * @param alpha how often the check may fail a right shuffle
     * @throws IllegalArgumentException if n is too small for {@code alpha}, or there are too few samples
     */
    public static Verdict places(EpochOrder order, int samples, int n, Key key, double alpha) {
        if (samples < 3) {
            throw new IllegalArgumentException("samples is " + samples + ", expected 3 or more");
        }
        // By position: the sample; and the next one's number less its own, modulo the number of samples, from 1.
        int tables = 2 * samples - 1;
        double critical = CellDivergence.critical(n, samples, alpha / tables);
        long[][] sampleAt = new long[samples][samples];
        long[][] stepAfter = new long[samples - 1][samples - 1];
        for (int i = 0; i < n; i++) {
            int[] shuffled = epoch(order, samples, key, i);
            if (!isPermutation(shuffled, samples)) {
                return notOnce(n, samples, alpha);
            }
            for (int at = 0; at < samples; at++) {
                sampleAt[at][shuffled[at]]++;
                if (at > 0) {
                    stepAfter[at - 1][Math.floorMod(shuffled[at] - shuffled[at - 1], samples) - 1]++;
                }
            }
        }
        double worst = 0;
        for (long[] counts : sampleAt) {
            worst = Math.max(worst, CellDivergence.statistic(counts));
        }
        for (long[] counts : stepAfter) {
            worst = Math.max(worst, CellDivergence.statistic(counts));
        }
        String detail = "N = " + n + " epochs of " + samples + " samples";
        return Verdict.atMost(worst, critical, "n KL of the worst sample and place", detail, alpha)
                .detecting(
                        detectable(n, samples, tables, alpha),
                        "times the probability of a sample in a place that should be");
    }

    /**
     * How many times as likely as it should be a cell must be for the check to find it with probability 99.9 %: its count is then
     * beyond the gate, by H. Chernoff's bound of the binomial law's lower tail.
     *
     * @param n number of epochs
     * @param cells cells of a table, equally likely
     * @param tables number of tables
     * @throws IllegalArgumentException if n is too small for {@code alpha}, or even a cell that takes all is not sure to be found
     */
    public static double detectable(int n, int cells, int tables, double alpha) {
        double p = 1.0 / cells;
        double gate = CellDivergence.critical(n, cells, alpha / tables) / n;
        double least = Power.EXPONENT / n;
        if (divergence(1, p) <= gate) {
            throw new IllegalArgumentException(n + " epochs are too few for " + cells + " cells at alpha " + alpha
                    + ": a cell that takes all would pass");
        }
        // The share that is at the gate, and the probability of which so small a share has 0.1 %.
        double share = above(p, x -> divergence(x, p) > gate);
        return above(share, q -> divergence(share, q) > least) / p;
    }

    private interface Condition {
        boolean holds(double x);
    }

    /** The least number from {@code low} to 1 for which a condition holds that holds from there on. */
    private static double above(double low, Condition condition) {
        double fails = low;
        double holds = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (fails + holds) / 2;
            if (condition.holds(middle)) {
                holds = middle;
            } else {
                fails = middle;
            }
        }
        return holds;
    }

    /** Kullback-Leibler divergence of a coin that shows heads at rate x from one with rate p. */
    private static double divergence(double x, double p) {
        double heads = x == 0 ? 0 : x * StrictMath.log(x / p);
        double tails = x == 1 ? 0 : (1 - x) * StrictMath.log((1 - x) / (1 - p));
        return heads + tails;
    }

    private static int[] epoch(EpochOrder order, int samples, Key key, int i) {
        List<int[]> batches = order.batches(samples, samples, key.child(i / EPOCHS_PER_KEY), i % EPOCHS_PER_KEY);
        return batches.size() == 1 ? batches.get(0) : new int[0];
    }

    private static boolean isPermutation(int[] order, int samples) {
        boolean[] seen = new boolean[samples];
        for (int sample : order) {
            if (sample < 0 || sample >= samples || seen[sample]) {
                return false;
            }
            seen[sample] = true;
        }
        return order.length == samples;
    }

    private static Verdict notOnce(int n, int samples, double alpha) {
        return Verdict.impossible(
                "N = " + n + " epochs of " + samples + " samples; one does not show each sample once, in one batch",
                alpha);
    }

    /** Number of a permutation in lexicographic order. */
    private static int rank(int[] order) {
        int rank = 0;
        for (int i = 0; i < order.length; i++) {
            int smaller = 0;
            for (int j = i + 1; j < order.length; j++) {
                smaller += order[j] < order[i] ? 1 : 0;
            }
            rank = rank * (order.length - i) + smaller;
        }
        return rank;
    }
}
