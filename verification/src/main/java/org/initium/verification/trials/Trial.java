// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.trials;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.initium.verification.VerificationSuite;
import org.initium.verification.mutants.Mutant;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.plan.Stages;

/**
 * An implementation before the suite, with the streams, the rates of false alarms and the two stages of the suite: of the
 * groups only those that have got something of it, which are the ones that do not equal Initium's.
 */
public final class Trial {
    private static final List<CheckGroup> INITIUM = VerificationSuite.groups(Implementation.INITIUM);
    private static final double SHARE = VerificationSuite.share(INITIUM);

    /** How a check of a group comes to its verdict. */
    @FunctionalInterface
    private interface Judge {
        boolean passes(Stages stages, int index);
    }

    private static final Judge BOTH = (stages, i) -> stages.run(i, SHARE).passed();

    private final Map<Integer, CheckGroup> groups = new LinkedHashMap<>();

    /** An implementation with as many groups as Initium. */
    public Trial(Implementation implementation) {
        List<CheckGroup> all = VerificationSuite.groups(implementation);
        if (all.size() != INITIUM.size()) {
            throw new IllegalStateException(all.size() + " groups, expected the suite's " + INITIUM.size());
        }
        for (int g = 0; g < all.size(); g++) {
            if (!all.get(g).equals(INITIUM.get(g))) {
                groups.put(g, all.get(g));
            }
        }
    }

    /** Number of groups that have got something of the implementation. */
    public int groups() {
        return groups.size();
    }

    /** Runs all checks of these groups: those that fail. */
    public List<PlannedCheck> failures(long seed) {
        List<PlannedCheck> failures = new ArrayList<>();
        groups.forEach((g, group) -> failures.addAll(failures(seed, g, group, check -> true, BOTH)));
        return failures;
    }

    /**
     * Those of some claims that no check of these groups meets. The search begins with the last group, for the first ones draw
     * their samples as a hundred thousand tensors of one element each, and ends with the one that meets the last claim.
     */
    public Set<String> unmet(Collection<String> claims, long seed) {
        return unmet(claims, seed, BOTH);
    }

    /** Those that no check meets by its first stage alone. */
    Set<String> unmetAtFirst(Collection<String> claims, long seed) {
        return unmet(claims, seed, (stages, i) -> stages.first(i).passed());
    }

    private Set<String> unmet(Collection<String> claims, long seed, Judge judge) {
        Set<String> unmet = new TreeSet<>(claims);
        List<Integer> numbers = new ArrayList<>(groups.keySet());
        Collections.reverse(numbers);
        for (int g : numbers) {
            failures(seed, g, groups.get(g), check -> anyMeans(unmet, check), judge)
                    .forEach(failed -> unmet.removeIf(claim -> Mutant.means(claim, failed)));
        }
        return unmet;
    }

    private static List<PlannedCheck> failures(
            long seed, int number, CheckGroup group, Predicate<PlannedCheck> selected, Judge judge) {
        Stages stages = new Stages(group, VerificationSuite.key(seed, number), Effort.DEFAULT);
        List<PlannedCheck> failures = new ArrayList<>();
        for (int i = 0; i < stages.plan().size(); i++) {
            PlannedCheck check = stages.plan().get(i);
            if (selected.test(check) && !judge.passes(stages, i)) {
                failures.add(check);
            }
        }
        return failures;
    }

    private static boolean anyMeans(Collection<String> claims, PlannedCheck check) {
        return claims.stream().anyMatch(claim -> Mutant.means(claim, check));
    }
}
