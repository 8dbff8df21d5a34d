// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.shared;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What all commands share. {@link #call()} returns the exit code; bad input is an {@link IllegalArgumentException} or an
 * {@link java.io.IOException}, which the caller turns into one line and exit code 2.
 */
public abstract class BaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(names = "--json", description = "Write the result as one JSON object to standard output, and nothing else.")
    private boolean json;

    /** Whether the result is to be JSON. */
    protected final boolean json() {
        return json;
    }

    /** Where results go. */
    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Where everything else goes. */
    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** The parsed command, for what an option's value alone does not tell. */
    protected final CommandSpec spec() {
        return spec;
    }

    /** A remark that is not a result: one line on standard error. */
    protected final void note(String text) {
        err().println("initium: " + text);
    }
}
