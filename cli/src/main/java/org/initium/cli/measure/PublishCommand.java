// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import org.initium.benchmarks.Benchmarks;
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.JsonOutput;
import org.initium.results.Environment;
import org.initium.results.JmhRun;
import org.initium.results.VerificationSummary;
import org.initium.verification.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code initium publish}: JMH's own JSON of {@code benchmarks.jar}, which may hold native peers, into the store. */
@Command(
        name = "publish",
        description = "Add what benchmarks.jar measured to results/published.",
        footer = {
            "",
            "FILE was written on this machine, from this commit and with five forks or more, by",
            "  java -jar benchmarks/target/benchmarks.jar ... -rf json -rff FILE",
            "Nothing but results/published may differ from that commit: FILE lies best in a target folder.",
            "The checks run first. Results of -jvmArgsAppend -XX:UseAVX=2 are published by",
            "  INITIUM_OPTS=-XX:UseAVX=2 ./initium publish FILE",
            "so that the machine is described as the measuring JVMs saw it."
        })
public final class PublishCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "JMH's results, as -rf json writes them.")
    private Path file;

    /** For picocli. */
    public PublishCommand() {}

    @Override
    public Integer call() throws IOException {
        Measurement.refuseSettings();
        JmhRun run = JmhRun.read(file);
        MeasuredHere.require(file, run, Benchmarks.sourceHash(), Benchmarks.coreHash(), MeasuredHere.flagsOfThisJvm());
        Environment here = Home.environment();
        BenchCommand.requireCommit(here.source());
        String utc = Files.getLastModifiedTime(file)
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Environment environment = Measurement.withFlags(here, run).at(utc);
        VerificationSummary verification = Verification.toResults(Verification.run(Options.DEFAULT, err()));
        if (!verification.passed()) {
            note(verification.failures() + " checks failed, so nothing is published: see initium verify");
            return 1;
        }
        Path published = Home.published().add(file, verification, environment);
        if (json()) {
            new JsonOutput().put("published", published.toString()).print(out());
        } else {
            out().println("published: " + published);
        }
        return 0;
    }
}
