// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.Map;
import java.util.Set;

/**
 * What a JMH score counts, and whether a larger one is good news.
 *
 * @param text as JMH prints it: {@code us/op}, {@code ops/s}, …
 * @param smallerIsBetter true for a time per operation, false for operations per time
 * @param scale factor from a score to seconds per operation, or to operations per second; NaN for a unit without time in it
 */
public record ScoreUnit(String text, boolean smallerIsBetter, double scale) {
    private static final Map<String, Double> SECONDS =
            Map.of("ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0);
    private static final Set<String> TIME_MODES = Set.of("avgt", "sample", "ss");

    /**
     * Direction and scale of a primary score.
     *
     * <p>The unit decides ({@code ops/…} counts work, {@code …/op} counts cost) and the mode must agree; a unit of a
     * benchmark's own leaves the decision to the mode.
     *
     * @param mode JMH's short name: thrpt, avgt, sample or ss
     * @throws IllegalArgumentException if the mode is none of these, or if it contradicts the unit
     */
    public static ScoreUnit of(String mode, String text) {
        if (!mode.equals("thrpt") && !TIME_MODES.contains(mode)) {
            throw new IllegalArgumentException("mode '" + mode + "': expected thrpt, avgt, sample or ss");
        }
        boolean cost = !mode.equals("thrpt");
        double scale = Double.NaN;
        if (text.startsWith("ops/")) {
            requireAgreement(mode, text, !cost);
            scale = 1 / SECONDS.getOrDefault(text.substring(4), Double.NaN);
        } else if (text.endsWith("/op")) {
            requireAgreement(mode, text, cost);
            scale = SECONDS.getOrDefault(text.substring(0, text.length() - 3), Double.NaN);
        }
        return new ScoreUnit(text, cost, scale);
    }

    private static void requireAgreement(String mode, String text, boolean agree) {
        if (!agree) {
            throw new IllegalArgumentException("unit '" + text + "' contradicts mode '" + mode + "'");
        }
    }

    /** Seconds one operation takes at this score; NaN if the unit has no time in it. */
    public double secondsPerOperation(double score) {
        return smallerIsBetter ? score * scale : 1 / (score * scale);
    }
}
