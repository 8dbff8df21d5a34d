/**
 * The command line: one file per command, each a thin layer over the other modules.
 *
 * <p>This package starts a command and turns what it throws into a line and an exit code. The packages below it hold the
 * commands; they know {@code shared} and each other without a cycle, but never this package.
 *
 * <p>Results go to standard output, everything else to standard error. {@link org.initium.cli.Main} lists the exit codes.
 */
package org.initium.cli;
