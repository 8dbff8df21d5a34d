// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.initium.random.Key;

/**
 * Every check on everything that is checked.
 *
 * <p>A right implementation fails the whole suite with probability at most 1e-6. Each statistical check gets an equal share
 * of that, {@code alpha = 1e-6 / m} for the m of the whole plan (C. E. Bonferroni, 1936), and keeps it when only some of
 * them run. A failure therefore means a fault, or a one in a million chance that another seed will tell.
 */
public final class VerificationSuite {
    /** Bound of the probability that a right implementation fails at least one check. */
    public static final double FAMILY_ALPHA = 1e-6;

    private VerificationSuite() {}

    /**
     * Runs the checks one after another; the same options give the same figures on every machine.
     *
     * @throws IllegalArgumentException if no check matches {@link Options#only}: nothing checked must not look like
     *     everything passed
     */
    public static VerificationSummary run(Options options, ProgressListener listener) {
        return run(groups(), options, listener);
    }

    static VerificationSummary run(List<CheckGroup> groups, Options options, ProgressListener listener) {
        Objects.requireNonNull(listener, "listener");
        long start = System.nanoTime();
        Key root = Key.of(options.seed());
        long statistical = 0;
        int total = 0;
        for (CheckGroup group : groups) {
            for (PlannedCheck check : group.plan(root, options.full())) {
                statistical += check.statistical() ? 1 : 0;
                total += selected(check, options) ? 1 : 0;
            }
        }
        if (total == 0) {
            throw new IllegalArgumentException("no check matches '" + options.only()
                    + "', expected a regular expression found in such as 'variance he_normal (784, 128)'");
        }
        double alpha = FAMILY_ALPHA / statistical;

        List<CheckResult> results = new ArrayList<>();
        List<HistogramData> histograms = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            Key key = root.child(g);
            boolean any = false;
            for (PlannedCheck check : groups.get(g).plan(key, options.full())) {
                if (selected(check, options)) {
                    any = true;
                    results.add(check.run(alpha));
                    listener.checked(results.size(), total, results.get(results.size() - 1));
                }
            }
            if (any) {
                histogram(groups.get(g), key).ifPresent(histograms::add);
            }
        }
        return new VerificationSummary(
                version(), options.seed(), options.full(), results, histograms, (System.nanoTime() - start) * 1e-9);
    }

    /** Everything, in the order of a report: initializers by name and shape, gradients, the words behind the native sampler. */
    static List<CheckGroup> groups() {
        List<CheckGroup> groups = new ArrayList<>(InitializerGroups.all());
        groups.addAll(GradientGroups.all());
        groups.add(WordGroup.NATIVE);
        return groups;
    }

    /** The group's picture; none if it cannot be drawn, which the group's checks have then said already. */
    private static Optional<HistogramData> histogram(CheckGroup group, Key key) {
        try {
            return group.histogram(key);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean selected(PlannedCheck check, Options options) {
        return options.only().matcher(check.label()).find();
    }

    /** The version that the build wrote into {@code version.properties}. */
    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = VerificationSuite.class.getResourceAsStream("version.properties")) {
            properties.load(Objects.requireNonNull(in, "version.properties is not beside the suite's classes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
