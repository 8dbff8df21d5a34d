// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import java.util.List;
import java.util.Locale;
import org.initium.verification.plan.CheckResult;
import org.initium.verification.plan.Picture;

/**
 * What the suite found.
 *
 * @param version version of Initium that was verified
 * @param seed seed of every random check
 * @param full whether every sample was ten times the default
 * @param checks the verdicts, in the order in which they were reached
 * @param pictures of what was checked: for each random initializer its histogram and quantiles, and the rest
 * @param seconds wall-clock time of the whole
 */
public record VerificationSummary(
        String version, long seed, boolean full, List<CheckResult> checks, List<Picture> pictures, double seconds) {
    /** Copies the lists. */
    public VerificationSummary {
        checks = List.copyOf(checks);
        pictures = List.copyOf(pictures);
    }

    /** The pictures of one kind, such as {@code HistogramData.class}. */
    public <P extends Picture> List<P> pictures(Class<P> kind) {
        return pictures.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whether every check passed; false if there are none. */
    public boolean passed() {
        return !checks.isEmpty() && failures().isEmpty();
    }

    /** The checks that did not pass. */
    public List<CheckResult> failures() {
        return checks.stream().filter(check -> !check.passed()).toList();
    }

    /**
     * Bound of the probability that a right implementation fails at least one of these checks: Bonferroni's, the sum of the
     * rates, which holds however the checks depend on each other.
     */
    public double falseAlarmRate() {
        return Math.min(1, checks.stream().mapToDouble(CheckResult::alpha).sum());
    }

    /** The outcome in a line: how many checks, how many failed, the false-alarm rate, the seed, the time. */
    public String headline() {
        long statistical = checks.stream().filter(check -> check.alpha() > 0).count();
        int failed = failures().size();
        return String.format(
                Locale.ROOT,
                "%d check%s (%d exact, %d statistical), %s; a right implementation fails any with probability at most "
                        + "%.1e; seed %d; %.1f s",
                checks.size(),
                checks.size() == 1 ? "" : "s",
                checks.size() - statistical,
                statistical,
                failed == 0 ? "all passed" : failed + " FAILED",
                falseAlarmRate(),
                seed,
                seconds);
    }
}
