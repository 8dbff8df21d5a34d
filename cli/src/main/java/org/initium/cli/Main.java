// SPDX-License-Identifier: Apache-2.0
package org.initium.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.initium.cli.init.DescribeCommand;
import org.initium.cli.init.IdentifyCommand;
import org.initium.cli.init.InitCommand;
import org.initium.cli.init.StreamCommand;
import org.initium.cli.keras.ExportCommand;
import org.initium.cli.keras.PredictCommand;
import org.initium.cli.measure.BenchCommand;
import org.initium.cli.measure.CompareCommand;
import org.initium.cli.measure.DocsCommand;
import org.initium.cli.measure.PublishCommand;
import org.initium.cli.measure.ReportCommand;
import org.initium.cli.measure.SuiteCommand;
import org.initium.cli.measure.VerifyCommand;
import org.initium.cli.replay.ReplayCommand;
import org.initium.cli.train.TrainCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The entry point: {@code initium COMMAND}. */
@Command(
        name = "initium",
        description = "How a neural network begins: every Keras weight initializer and the SGD that trains from it.",
        versionProvider = Version.class,
        subcommands = {
            SuiteCommand.class,
            InitCommand.class,
            DescribeCommand.class,
            TrainCommand.class,
            PredictCommand.class,
            ExportCommand.class,
            ReplayCommand.class,
            IdentifyCommand.class,
            VerifyCommand.class,
            StreamCommand.class,
            BenchCommand.class,
            PublishCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            DocsCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Fine.",
            "1:A check failed, a regression was found, a training diverged or differs from its recording, the suite's"
                    + " benchmarks failed, or a document differs from its results.",
            "2:Bad usage, bad input, or output that cannot be written; one line on standard error says what.",
            "3:Inconclusive.",
            "4:Not comparable.",
            "70:Internal error; INITIUM_DEBUG=1 or --stacktrace shows where."
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Show where an error came from.")
    private boolean stacktrace;

    /** For picocli, which makes the commands. */
    Main() {}

    /** Runs a command and ends the virtual machine with its exit code. */
    public static void main(String[] args) {
        System.exit(
                run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), ShortRuns::prepare, args));
    }

    /** Runs a command within another program; returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(out, err, parsed -> {}, args);
    }

    private static int run(PrintWriter out, PrintWriter err, Consumer<ParseResult> beforehand, String... args) {
        Main main = new Main();
        CommandLine line = new CommandLine(main);
        Errors errors = new Errors(() -> main.stacktrace || System.getenv("INITIUM_DEBUG") != null);
        line.registerConverter(org.initium.Shape.class, new ShapeConverter());
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler(errors);
        line.setExecutionExceptionHandler(errors);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionStrategy(parsed -> {
            beforehand.accept(parsed);
            return new RunLast().execute(parsed);
        });
        line.getSubcommands().values().forEach(Main::keepOrder);
        try {
            int exitCode = line.execute(args);
            return out.checkError() ? errors.reportLostOutput(line, exitCode) : exitCode;
        } catch (OutOfMemoryError | ExceptionInInitializerError | NoClassDefFoundError e) {
            return errors.report(line, e);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** Shows options as their command declares them: what matters first. */
    private static void keepOrder(CommandLine command) {
        command.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing, expected one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
