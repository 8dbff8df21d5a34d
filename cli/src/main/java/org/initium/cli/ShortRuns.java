// SPDX-License-Identifier: Apache-2.0
package org.initium.cli;

import org.initium.cli.shared.DrawsElements;
import picocli.CommandLine.ParseResult;

/**
 * Chooses the scalar kernels for runs that end before the vector kernels would pay.
 *
 * <p>Until C2 has compiled it, a vector kernel runs in the interpreter and allocates an object for each operation: on the
 * way to its full speed it costs 0.3 s on a Zen 5 at 4 GHz, in which the scalar kernels make some 50 million elements. Both
 * give the same bits.
 */
final class ShortRuns {
    /** Elements up to which the scalar kernels are chosen: well below the 50 million, for slower machines. */
    static final long LIMIT = 1 << 24;

    private static final String SETTING = "initium.simd";

    private ShortRuns() {}

    /** To be called before a command runs, in a virtual machine of its own that has not loaded a kernel yet. */
    static void prepare(ParseResult line) {
        if (isShort(line) && System.getProperty(SETTING) == null) {
            System.setProperty(SETTING, "scalar");
        }
    }

    /** Whether the command on this line says of itself that it draws few elements; asked for its help it draws none, and has no options. */
    static boolean isShort(ParseResult line) {
        return line.hasSubcommand()
                && !line.subcommand().isUsageHelpRequested()
                && line.subcommand().commandSpec().userObject() instanceof DrawsElements command
                && command.elements() <= LIMIT;
    }
}
