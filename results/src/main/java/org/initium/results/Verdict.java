// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

/** What a comparison says about one benchmark, or about the whole run. */
public enum Verdict {
    /** The interval lies inside the practical limit: proved equal for practical purposes. */
    SAME(0),
    /** The interval lies wholly beyond the limit, on the good side. */
    FASTER(0),
    /** The interval lies wholly beyond the limit, on the bad side. */
    SLOWER(1),
    /** The interval is too wide to say, or none can be had: too few forks, other conditions, a machine that changed. */
    INCONCLUSIVE(3),
    /** Machines or benchmark sources differ, so that no figure would mean anything. */
    NOT_COMPARABLE(4),
    /** A row whose code is not Initium's: shown, never judged. */
    CONTROL(0);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** What a command that ends with this verdict returns to the shell. */
    public int exitCode() {
        return exitCode;
    }
}
