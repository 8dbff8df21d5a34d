// SPDX-License-Identifier: Apache-2.0
package org.initium.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on standard error and an exit code. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    static final int BAD_INPUT = 2;

    /** {@code EX_SOFTWARE} of BSD's sysexits.h: the fault is the program's. */
    static final int INTERNAL = 70;

    private final BooleanSupplier stacktrace;

    /** A reporter that adds the stack trace where {@code stacktrace} says so. */
    Errors(BooleanSupplier stacktrace) {
        this.stacktrace = stacktrace;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        // picocli complains of a missing option first, although its name may only have been mistyped.
        List<String> rest = line.getUnmatchedArguments();
        ParameterException first = rest.isEmpty() ? e : new UnmatchedArgumentException(line, rest);
        StringBuilder text = new StringBuilder(first.getMessage());
        if (first instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                text.append("; did you mean ")
                        .append(String.join(" or ", suggestions))
                        .append('?');
            }
        }
        print(line, text + " (" + line.getCommandSpec().qualifiedName() + " --help explains)", e);
        return BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
        return report(line, e);
    }

    /** Reports anything that a command threw. */
    int report(CommandLine line, Throwable e) {
        Throwable cause = Failures.unwrap(e);
        if (cause instanceof IllegalArgumentException || cause instanceof IOException) {
            print(line, Failures.words(cause), cause);
            return BAD_INPUT;
        }
        if (cause instanceof OutOfMemoryError) {
            long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
            print(
                    line,
                    "this needs more than the " + mebibytes
                            + " MiB of memory that Java may use; INITIUM_OPTS=-Xmx8g allows 8 GiB",
                    cause);
            return BAD_INPUT;
        }
        print(
                line,
                "internal error: " + cause + (stacktrace.getAsBoolean() ? "" : " (--stacktrace shows more)"),
                cause);
        return INTERNAL;
    }

    /**
     * Reports that standard output did not take all that was written to it. Java's print streams keep such failures to
     * themselves until they are asked.
     *
     * @param exitCode what the command itself came to; it stays, unless that is 0
     */
    int reportLostOutput(CommandLine line, int exitCode) {
        int lost = report(
                line,
                new IOException("standard output: the result could not be written, or not all of it; is the disk full,"
                        + " or the pipe closed?"));
        return exitCode == 0 ? lost : exitCode;
    }

    private void print(CommandLine line, String text, Throwable e) {
        PrintWriter err = line.getErr();
        err.println(line.getCommandSpec().qualifiedName() + ": " + text.strip().replaceAll("\\s*\\R\\s*", " "));
        if (stacktrace.getAsBoolean()) {
            e.printStackTrace(err);
        }
        err.flush();
    }
}
