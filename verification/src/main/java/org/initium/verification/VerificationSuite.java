// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.initium.Parallel;
import org.initium.random.Key;
import org.initium.verification.groups.BackendGroups;
import org.initium.verification.groups.ExtremeWordsGroup;
import org.initium.verification.groups.GradientGroups;
import org.initium.verification.groups.InitializerGroups;
import org.initium.verification.groups.LayersGroup;
import org.initium.verification.groups.PropagationGroups;
import org.initium.verification.groups.SamplerGroup;
import org.initium.verification.groups.TrainingGroups;
import org.initium.verification.groups.WordGroup;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.CheckResult;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.Picture;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.plan.Stages;

/**
 * Every check on everything that is checked.
 *
 * <p>A right implementation fails the whole suite with probability at most 1e-6. Each statistical check gets an equal share
 * of that, {@code alpha = 1e-6 / m} for the m of the whole plan (C. E. Bonferroni, 1936), and keeps it when only some of
 * them run; it comes to its verdict in two {@link Stages}. A failure therefore means a fault, or a one in a million chance that
 * another seed will tell.
 */
public final class VerificationSuite {
    /** Bound of the probability that a right implementation fails at least one check. */
    public static final double FAMILY_ALPHA = 1e-6;

    private VerificationSuite() {}

    /**
     * Runs the checks; the same options give the same figures on every machine, on any number of threads.
     *
     * @param listener hears from several threads, never from two at once
     * @throws IllegalArgumentException if no check matches {@link Options#only}: nothing checked must not look like
     *     everything passed
     */
    public static VerificationSummary run(Options options, ProgressListener listener) {
        return run(groups(Implementation.INITIUM), options, listener);
    }

    static VerificationSummary run(List<CheckGroup> groups, Options options, ProgressListener listener) {
        Objects.requireNonNull(listener, "listener");
        long start = System.nanoTime();
        Run run = new Run(groups, options, listener);
        Parallel.forEach(groups.size(), run::group);
        return new VerificationSummary(
                version(),
                options.seed(),
                options.full(),
                run.results.stream().flatMap(List::stream).toList(),
                run.pictures.stream().flatMap(List::stream).toList(),
                (System.nanoTime() - start) * 1e-9);
    }

    /** One run: groups in any order, their results in the order of the groups. */
    private static final class Run {
        private final List<CheckGroup> groups;
        private final Options options;
        private final ProgressListener listener;
        private final Effort effort;
        private final double share;
        private final int total;
        private int done;
        private final List<List<CheckResult>> results;
        private final List<List<Picture>> pictures;

        Run(List<CheckGroup> groups, Options options, ProgressListener listener) {
            this.groups = groups;
            this.options = options;
            this.listener = listener;
            this.effort = new Effort(options.full(), false);
            this.results = new ArrayList<>(Collections.nCopies(groups.size(), List.of()));
            this.pictures = new ArrayList<>(Collections.nCopies(groups.size(), List.of()));
            this.share = share(groups);
            this.total = (int) plans(groups).stream()
                    .flatMap(List::stream)
                    .filter(this::selected)
                    .count();
            if (total == 0) {
                throw new IllegalArgumentException(
                        "no check matches '" + options.only()
                                + "', expected a text or a regular expression found in such as 'variance he_normal (784, 128)'");
            }
        }

        void group(int g) {
            Key key = key(options.seed(), g);
            CheckGroup group = groups.get(g);
            Stages stages = new Stages(group, key, effort);
            List<CheckResult> own = new ArrayList<>();
            for (int i = 0; i < stages.plan().size(); i++) {
                if (selected(stages.plan().get(i))) {
                    own.add(stages.run(i, share));
                    hear(own.get(own.size() - 1));
                }
            }
            if (!own.isEmpty()) {
                results.set(g, own);
                pictures.set(g, pictures(group, key));
            }
        }

        private synchronized void hear(CheckResult result) {
            done++;
            listener.checked(done, total, result);
        }

        private boolean selected(PlannedCheck check) {
            return options.selects(check.label());
        }
    }

    /**
     * Everything, in the order of a report: initializers by name and shape, then on the samplers of Keras's backends
     * and in the layers of a model, gradients, propagation, training, samplers, the words of
     * the native one. Each implementation has the same groups, and the same checks in each.
     */
    public static List<CheckGroup> groups(Implementation implementation) {
        List<CheckGroup> groups = new ArrayList<>(InitializerGroups.of(implementation));
        groups.addAll(BackendGroups.of(implementation));
        groups.addAll(LayersGroup.of(implementation));
        groups.addAll(GradientGroups.of(implementation));
        groups.addAll(PropagationGroups.of(implementation));
        groups.addAll(TrainingGroups.of(implementation));
        groups.addAll(SamplerGroup.of(implementation));
        groups.add(ExtremeWordsGroup.of(implementation));
        groups.add(WordGroup.of(implementation));
        return groups;
    }

    /** The stream that a group draws from. */
    public static Key key(long seed, int group) {
        return Key.of(seed).child(group);
    }

    /** How often each statistical check may fail on a right implementation, where these groups are the whole plan. */
    public static double share(List<CheckGroup> groups) {
        return FAMILY_ALPHA
                / plans(groups).stream()
                        .flatMap(List::stream)
                        .filter(PlannedCheck::statistical)
                        .count();
    }

    /** The plans of all groups; which checks these are depends neither on the stream nor on the effort. */
    private static List<List<PlannedCheck>> plans(List<CheckGroup> groups) {
        return groups.stream()
                .map(group -> group.plan(Key.of(0), Effort.DEFAULT))
                .toList();
    }

    /** The group's pictures; none if they cannot be drawn, which the group's checks have then said already. */
    private static List<Picture> pictures(CheckGroup group, Key key) {
        try {
            return group.pictures(key);
        } catch (RuntimeException e) {
            return List.of();
        }
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
