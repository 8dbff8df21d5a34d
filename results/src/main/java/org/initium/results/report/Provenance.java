// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.initium.results.Environment;
import org.initium.results.Fingerprint;

/** Everything somebody would ask before believing a figure. */
final class Provenance {
    private Provenance() {}

    static Markup of(Environment environment) {
        Table table = new Table("Where these figures come from", List.of("what", "value"), Set.of());
        for (List<String> row : rows(environment)) {
            table.start()
                    .cell(row.get(0), "txt name")
                    .cell(row.get(1), "txt wide")
                    .end();
        }
        return table.done();
    }

    /** Names and values. */
    static List<List<String>> rows(Environment environment) {
        Environment.Machine machine = environment.machine();
        Environment.Source source = environment.source();
        Environment.Java runtime = environment.java();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "measured", environment.utc());
        row(rows, "commit", source.commit() + (source.dirty() ? ", with changes not committed" : ""));
        row(rows, "benchmark sources", source.benchmarkHash());
        row(rows, "fingerprint", Fingerprint.of(environment).slug());
        row(rows, "processor", machine.cpuModel() + " (" + machine.cpuVendor() + " " + machine.cpuRevision() + ")");
        row(rows, "logical cores", Integer.toString(machine.logicalCores()));
        row(rows, "SIMD width", machine.simdBits() + " bits");
        row(rows, "instruction sets", String.join(" ", machine.cpuFlags()));
        row(
                rows,
                "caches of core 0",
                machine.caches().stream()
                        .map(c -> "L" + c.level() + " " + c.type().toLowerCase(Locale.ROOT) + " " + c.sizeKiB()
                                + " KiB (cores " + c.sharedBy() + ")")
                        .collect(Collectors.joining(", ")));
        row(rows, "memory", machine.memoryMiB() == 0 ? "unknown" : machine.memoryMiB() + " MiB");
        row(rows, "container limits", machine.container());
        row(rows, "frequency governor", machine.governor());
        row(rows, "load average", environment.loadAverage());
        row(rows, "operating system", machine.os() + " " + machine.kernel() + " " + machine.arch());
        row(rows, "Java", runtime.vendor() + " " + runtime.version() + ", " + runtime.vm());
        row(rows, "flags of the forks", String.join(" ", runtime.flags()));
        row(rows, "JMH", source.jmhVersion());
        return rows;
    }

    private static void row(List<List<String>> rows, String name, String value) {
        rows.add(List.of(name, value.isEmpty() ? "none" : value));
    }
}
