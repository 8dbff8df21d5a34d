// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.ArrayList;
import java.util.List;

/**
 * How a row was measured, beyond what its key says: mode, threads and parameters are in the key, so that rows which differ
 * in those never meet.
 *
 * @param jmhVersion version of JMH
 * @param jvmArgs flags the forks were started with, in JMH's order; one may tell their {@link Origin}
 * @param warmup iterations whose times were thrown away
 * @param measurement iterations whose times count
 */
public record Conditions(String jmhVersion, List<String> jvmArgs, Iterations warmup, Iterations measurement) {
    /** Copies the list. */
    public Conditions {
        jvmArgs = List.copyOf(jvmArgs);
    }

    /**
     * Some iterations of one fork.
     *
     * @param count how many
     * @param time how long each of them lasts, as JMH writes it: {@code 500 ms}
     */
    public record Iterations(int count, String time) {
        /** For readers: {@code 5 x 500 ms}. */
        @Override
        public String toString() {
            return count + " x " + time;
        }
    }

    /**
     * What differs from the conditions of the base, in words; empty if nothing does. Flags are compared as a bag: their
     * order does not matter, how often one occurs does; the one that tells the origin is no condition. Times are compared as
     * JMH wrote them.
     */
    public String differences(Conditions base) {
        List<String> differences = new ArrayList<>();
        if (!measurement.equals(base.measurement)) {
            differences.add("measured with " + measurement + " instead of " + base.measurement);
        }
        if (!warmup.equals(base.warmup)) {
            differences.add("warmed up with " + warmup + " instead of " + base.warmup);
        }
        List<String> with = without(jvmArgs, base.jvmArgs);
        List<String> without = without(base.jvmArgs, jvmArgs);
        if (!with.isEmpty() || !without.isEmpty()) {
            differences.add("other JVM flags:" + clause(" with ", with) + clause(" without ", without));
        }
        if (!jmhVersion.equals(base.jmhVersion)) {
            differences.add("measured by JMH " + jmhVersion + " instead of " + base.jmhVersion);
        }
        return String.join("; ", differences);
    }

    /** What is left of a bag when each element of another has been taken out once. */
    private static List<String> without(List<String> bag, List<String> taken) {
        List<String> rest = new ArrayList<>(bag);
        taken.forEach(rest::remove);
        rest.removeIf(Origin::isFlag);
        return rest;
    }

    private static String clause(String preposition, List<String> flags) {
        return flags.isEmpty() ? "" : preposition + String.join(" ", flags);
    }
}
