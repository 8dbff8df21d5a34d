// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.shared;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * One line that tells how far a piece of work has come: on a terminal only, and only if it takes more than two seconds.
 *
 * <p>Whether standard error is a terminal is for the launcher to find out, as Java knows of input and output only; it says
 * so by {@code -Dinitium.terminal=true}.
 */
public final class Progress implements AutoCloseable {
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final long INTERVAL_NANOS = 100_000_000L;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private final long patience;
    private final long start = System.nanoTime();
    private long last;
    private boolean shown;

    /** A line that goes to {@code err}, if that is a terminal. */
    public Progress(PrintWriter err) {
        this(err, Boolean.getBoolean("initium.terminal"), PATIENCE_NANOS);
    }

    Progress(PrintWriter err, boolean terminal, long patience) {
        this.err = err;
        this.terminal = terminal;
        this.patience = patience;
    }

    /**
     * Says how much is done.
     *
     * @param what the work, in a few words
     * @param done part of {@code total}
     * @param total the whole, above 0
     */
    public void update(String what, long done, long total) {
        long now = System.nanoTime();
        if (!terminal || now - start < patience || shown && now - last < INTERVAL_NANOS) {
            return;
        }
        last = now;
        shown = true;
        double fraction = (double) done / total;
        double elapsed = (now - start) * 1e-9;
        String left = fraction > 0 && fraction < 1
                ? String.format(Locale.ROOT, ", %.0f s left", elapsed * (1 / fraction - 1))
                : "";
        err.print(ERASE_LINE + String.format(Locale.ROOT, "%s: %.0f %%%s", what, 100 * fraction, left));
        err.flush();
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (shown) {
            err.print(ERASE_LINE);
            err.flush();
        }
    }
}
