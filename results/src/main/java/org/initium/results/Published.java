// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The store of measured results, {@code <root>/<fingerprint>/<UTC>-<commit>/}: plain files, append-only.
 *
 * @param root the directory of the fingerprints; it need not exist yet
 */
public record Published(Path root) {
    /** JMH's field for the executable, in two parts around its folder. */
    private static final Pattern JVM = Pattern.compile("(\"jvm\" : \")(?:[^\"]*[/\\\\])?([^\"/\\\\]*\")");

    private static final String ACCEPTED = "accepted.tsv";
    private static final Set<String> FILES = Set.of(Run.ENVIRONMENT, Run.BENCH, Run.VERIFY);

    /**
     * Every run, by fingerprint, oldest first; a malformed one is an error, never skipped.
     *
     * @throws IOException if the store is not as {@link #validate()} wants it
     */
    public List<Run> runs() throws IOException {
        List<Run> runs = new ArrayList<>();
        for (Path machine : children(root)) {
            if (Files.isDirectory(machine)) {
                for (Path directory : children(machine)) {
                    runs.add(checked(directory));
                }
            }
        }
        return runs;
    }

    /**
     * The newest run that {@code environment} may be compared with: same fingerprint, same benchmark sources, and not the
     * run itself.
     *
     * @throws IOException if a candidate is malformed
     */
    public Optional<Run> latestComparable(Environment environment) throws IOException {
        Path machine = root.resolve(Fingerprint.of(environment).slug());
        List<Path> directories = children(machine);
        for (int i = directories.size() - 1; i >= 0; i--) { // names start with the time
            Run run = checked(directories.get(i));
            String hash = run.environment().source().benchmarkHash();
            if (hash.equals(environment.source().benchmarkHash())
                    && !run.environment().utc().equals(environment.utc())) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    /**
     * The slowdowns that were meant.
     *
     * @throws IOException if {@code accepted.tsv} is malformed
     */
    public Accepted accepted() throws IOException {
        return Accepted.read(root.resolve(ACCEPTED));
    }

    /**
     * Adds a run: JMH's file is copied as it is, but for the folder of the java that ran, which is nobody else's business. The
     * directory appears whole or not at all.
     *
     * @param bench file that JMH wrote
     * @return the new directory
     * @throws IllegalArgumentException if a check failed or none ran: the speed of a kernel that computes something else is
     *     not published; or if the benchmark sources or the commit are unknown
     * @throws FileAlreadyExistsException if the run is there already; nothing published is ever changed
     * @throws IOException if a file is malformed or cannot be written
     */
    public Path add(Path bench, VerificationSummary verification, Environment environment) throws IOException {
        if (!verification.passed()) {
            throw new IllegalArgumentException("verification: " + verification.failures() + " of "
                    + verification.checks().size() + " checks failed, expected all of at least one to pass");
        }
        Environment.Source source = environment.source();
        if (source.commit().equals(Environment.UNKNOWN)
                || source.benchmarkHash().equals(Environment.UNKNOWN)) {
            throw new IllegalArgumentException("source " + source + ": expected a known commit and benchmark hash");
        }
        Run run = new Run(environment, JmhRun.read(bench), verification);
        Path machine = root.resolve(Fingerprint.of(environment).slug());
        Path target = machine.resolve(run.name());
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString(), null, "published results are append-only");
        }
        Files.createDirectories(machine);
        Path temporary = Files.createTempDirectory(machine, ".new-");
        try {
            Files.writeString(temporary.resolve(Run.BENCH), withoutFolder(Files.readString(bench)));
            verification.write(temporary.resolve(Run.VERIFY));
            environment.write(temporary.resolve(Run.ENVIRONMENT));
            Files.move(temporary, target);
        } finally {
            if (Files.exists(temporary)) {
                for (Path file : children(temporary)) {
                    Files.delete(file);
                }
                Files.delete(temporary);
            }
        }
        return target;
    }

    private static String withoutFolder(String bench) {
        return JVM.matcher(bench).replaceAll("$1$2");
    }

    /**
     * Everything wrong with the store, one sentence each; empty if nothing is. Every run must parse, lie under its own
     * fingerprint and name, hold no other files, have at least one benchmark and only passed checks; {@code accepted.tsv} must
     * parse; nothing else may lie about.
     *
     * @throws IOException if a directory cannot be listed
     */
    public List<String> validate() throws IOException {
        List<String> faults = new ArrayList<>();
        collect(faults, this::accepted);
        for (Path machine : children(root)) {
            String name = machine.getFileName().toString();
            if (Files.isDirectory(machine)) {
                List<Path> directories = children(machine);
                if (directories.isEmpty()) {
                    faults.add(machine + ": holds no run");
                }
                directories.forEach(directory -> collect(faults, () -> checked(directory)));
            } else if (!name.equals(ACCEPTED) && !name.equals(".gitkeep")) {
                faults.add(machine + ": expected only directories and " + ACCEPTED);
            }
        }
        return faults;
    }

    private static Run checked(Path directory) throws IOException {
        Run run = Run.read(directory);
        String name = directory.getFileName().toString();
        String machine = directory.toAbsolutePath().getParent().getFileName().toString();
        String fingerprint = Fingerprint.of(run.environment()).slug();
        if (!name.equals(run.name())) {
            throw new IOException(directory + ": its files say " + run.name());
        } else if (!machine.equals(fingerprint)) {
            throw new IOException(directory + ": its files say fingerprint " + fingerprint);
        } else if (!run.verification().passed()) {
            throw new IOException(directory + ": not every check passed");
        } else if (run.bench().benchmarks().isEmpty()) {
            throw new IOException(directory + ": holds no benchmark");
        }
        for (Path file : children(directory)) {
            if (!FILES.contains(file.getFileName().toString())) {
                throw new IOException(
                        file + ": expected only " + FILES.stream().sorted().toList());
            }
        }
        return run;
    }

    private interface Step {
        Object run() throws IOException;
    }

    private static void collect(List<String> faults, Step step) {
        try {
            step.run();
        } catch (IOException e) {
            faults.add(e.getMessage());
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        }
    }
}
