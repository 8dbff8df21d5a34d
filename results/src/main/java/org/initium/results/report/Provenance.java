// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

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
        Environment.Machine machine = environment.machine();
        Environment.Source source = environment.source();
        Environment.Java runtime = environment.java();
        Table table = new Table("Where these figures come from", List.of("what", "value"), Set.of());
        row(table, "measured", environment.utc());
        row(table, "commit", source.commit() + (source.dirty() ? ", with changes not committed" : ""));
        row(table, "benchmark sources", source.benchmarkHash());
        row(table, "fingerprint", Fingerprint.of(environment).slug());
        row(table, "processor", machine.cpuModel() + " (" + machine.cpuVendor() + " " + machine.cpuRevision() + ")");
        row(table, "logical cores", Integer.toString(machine.logicalCores()));
        row(table, "SIMD width", machine.simdBits() + " bits");
        row(table, "instruction sets", String.join(" ", machine.cpuFlags()));
        row(
                table,
                "caches of core 0",
                machine.caches().stream()
                        .map(c -> "L" + c.level() + " " + c.type().toLowerCase(Locale.ROOT) + " " + c.sizeKiB()
                                + " KiB (cores " + c.sharedBy() + ")")
                        .collect(Collectors.joining(", ")));
        row(table, "memory", machine.memoryMiB() == 0 ? "unknown" : machine.memoryMiB() + " MiB");
        row(table, "container limits", machine.container());
        row(table, "frequency governor", machine.governor());
        row(table, "load average", environment.loadAverage());
        row(table, "operating system", machine.os() + " " + machine.kernel() + " " + machine.arch());
        row(table, "Java", runtime.vendor() + " " + runtime.version() + ", " + runtime.vm());
        row(table, "flags of the forks", String.join(" ", runtime.flags()));
        row(table, "JMH", source.jmhVersion());
        return table.done();
    }

    private static void row(Table table, String name, String value) {
        table.start()
                .cell(name, "txt name")
                .cell(value.isEmpty() ? "none" : value, "txt wide")
                .end();
    }
}
