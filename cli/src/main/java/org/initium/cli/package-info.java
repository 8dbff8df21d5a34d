/**
 * The command line: one file per command, each a thin layer over the other modules.
 *
 * <p>Results go to standard output, everything else to standard error. {@link org.initium.cli.Main} lists the exit codes.
 */
package org.initium.cli;
