// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where, when and from which sources a run was measured; {@code environment.json} is this record.
 *
 * <p>Text that could not be found out is {@code "unknown"}, a number is 0. Nothing personal is recorded: no host, no user.
 *
 * @param schema version of the file's form, {@value #SCHEMA}
 * @param utc start of the run, ISO 8601 to the second, {@code 2026-01-31T12:00:00Z}
 * @param source what was measured
 * @param machine what it ran on
 * @param java what ran it
 * @param loadAverage the kernel's 1, 5 and 15 minute figures when this was recorded
 */
public record Environment(int schema, String utc, Source source, Machine machine, Java java, String loadAverage) {
    /** The present version of the file's form. */
    public static final int SCHEMA = 1;

    static final String UNKNOWN = "unknown";

    /**
     * The sources of a run.
     *
     * @param commit abbreviated Git commit
     * @param dirty true if files differed from that commit, or if nobody can tell
     * @param benchmarkHash identifies the benchmark sources; runs with different benchmarks are never compared
     * @param jmhVersion version of JMH
     */
    public record Source(String commit, boolean dirty, String benchmarkHash, String jmhVersion) {}

    /**
     * A machine as the operating system describes it.
     *
     * @param cpuModel marketing name
     * @param cpuVendor vendor or implementer
     * @param cpuRevision family, model and stepping, for the clouds whose marketing name says too little
     * @param logicalCores processors available to the JVM
     * @param caches caches that core 0 uses, nearest first
     * @param cpuFlags the instruction sets that matter here
     * @param simdBits width of the vectors that Initium used
     * @param memoryMiB physical memory in MiB
     * @param governor frequency governor of core 0
     * @param container limits of the control group
     * @param os name of the operating system
     * @param kernel its version
     * @param arch instruction set as the JVM names it
     */
    public record Machine(
            String cpuModel,
            String cpuVendor,
            String cpuRevision,
            int logicalCores,
            List<Cache> caches,
            List<String> cpuFlags,
            int simdBits,
            long memoryMiB,
            String governor,
            String container,
            String os,
            String kernel,
            String arch) {
        /** Copies the lists. */
        public Machine {
            caches = List.copyOf(caches);
            cpuFlags = List.copyOf(cpuFlags);
        }
    }

    /**
     * One cache.
     *
     * @param level 1 is nearest the core
     * @param type {@code Data}, {@code Instruction} or {@code Unified}
     * @param sizeKiB size in KiB
     * @param sharedBy logical cores that share it, as the kernel lists them
     */
    public record Cache(int level, String type, long sizeKiB, String sharedBy) {}

    /**
     * A Java runtime.
     *
     * @param vendor value of {@code java.vendor}
     * @param version value of {@code java.runtime.version}, which includes the build
     * @param vm value of {@code java.vm.name}
     * @param flags flags of the measuring JVMs
     */
    public record Java(String vendor, String version, String vm, List<String> flags) {
        /** Copies the list. */
        public Java {
            flags = List.copyOf(flags);
        }

        /** The number before the first dot, plus or dash: {@code 25}. */
        public String feature() {
            return version.split("[.+-]", 2)[0];
        }
    }

    /**
     * Checks the schema and the time.
     *
     * @throws IllegalArgumentException if the schema is a later one, or if the time is not ISO 8601 in UTC to the second
     */
    public Environment {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("schema " + schema + ": expected " + SCHEMA);
        }
        try {
            if (!Instant.parse(utc).truncatedTo(ChronoUnit.SECONDS).toString().equals(utc)) {
                throw new IllegalArgumentException("utc '" + utc + "': expected whole seconds, 2026-01-31T12:00:00Z");
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("utc '" + utc + "': expected a time such as 2026-01-31T12:00:00Z", e);
        }
    }

    /**
     * Describes this machine, this JVM and the sources in {@code repository}: fully on Linux, with gaps elsewhere.
     *
     * @param repository a folder of the Git work tree that was measured
     * @param simdBits width of the vectors in use, in bits
     * @param benchmarkHash identifies the benchmark sources
     * @param jmhVersion version of JMH
     * @param flags flags of the forks
     */
    public static Environment detect(
            Path repository, int simdBits, String benchmarkHash, String jmhVersion, List<String> flags) {
        EnvironmentProbe probe = new EnvironmentProbe(Path.of("/"));
        String commit = Git.commit(repository);
        return new Environment(
                SCHEMA,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                new Source(commit, Git.dirty(repository), benchmarkHash, jmhVersion),
                probe.machine(simdBits),
                new Java(
                        System.getProperty("java.vendor", UNKNOWN),
                        System.getProperty("java.runtime.version", UNKNOWN),
                        System.getProperty("java.vm.name", UNKNOWN),
                        flags),
                probe.loadAverage());
    }

    /**
     * The same at another time, for a run that is described after it was measured.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public Environment at(String time) {
        return new Environment(schema, time, source, machine, java, loadAverage);
    }

    /**
     * Reads {@code environment.json}.
     *
     * @throws IOException if the file cannot be read or is not of this form
     */
    public static Environment read(Path file) throws IOException {
        return Json.read(file, Environment.class);
    }

    /**
     * Writes {@code environment.json}, replacing it whole.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Json.write(file, this);
    }
}
