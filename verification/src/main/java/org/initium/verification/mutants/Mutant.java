// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import java.util.List;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.PlannedCheck;

/**
 * An implementation with a fault that the suite is to find.
 *
 * @param name snake_case
 * @param fault what is wrong, in a few words
 * @param bug where it happened: a public thread as {@code repository#number}, or the file of a library in whose source it was
 *     read; {@link #PLANTED} if it is only what could happen
 * @param claims the checks that find it, each of them wherever it is asked: the name of a check, or the name and after a space
 *     the shape that it checks
 * @param implementation Initium with the fault
 */
public record Mutant(String name, String fault, String bug, List<String> claims, Implementation implementation) {
    /** The bug of a fault that no published thread is known of. */
    public static final String PLANTED = "planted";

    /**
     * Checks the claims.
     *
     * @throws IllegalArgumentException if there are none, for such a mutant would never survive
     */
    public Mutant {
        claims = List.copyOf(claims);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("no check claims mutant " + name + ", expected one at least");
        }
    }

    /** The same with claims one by one. */
    public Mutant(String name, String fault, String bug, Implementation implementation, String... claims) {
        this(name, fault, bug, List.of(claims), implementation);
    }

    /** Whether a claim means this check. */
    public static boolean means(String claim, PlannedCheck check) {
        return claim.equals(check.check()) || claim.equals(check.check() + " " + check.shape());
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
