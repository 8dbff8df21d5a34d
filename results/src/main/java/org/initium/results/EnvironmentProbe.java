// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a machine's description out of {@code /proc} and {@code /sys}.
 *
 * <p>The root is a parameter, so that tests can describe machines they do not run on. A file that is absent, as all are on
 * macOS and Windows, leaves its value unknown.
 */
final class EnvironmentProbe {
    private static final Set<String> FLAGS = Set.of(
            "avx", "avx2", "fma", "avx512f", "avx512dq", "avx512bw", "avx512vl", "asimd", "sve", "sve2", "hypervisor");
    private final Path root;

    EnvironmentProbe(Path root) {
        this.root = root;
    }

    Environment.Machine machine(int simdBits) {
        Map<String, String> cpu = firstBlock("proc/cpuinfo");
        String vendor = first(cpu, "vendor_id", "CPU implementer");
        String flags = cpu.getOrDefault("flags", cpu.getOrDefault("Features", ""));
        return new Environment.Machine(
                cpuModel(cpu),
                vendor,
                revision(cpu),
                Runtime.getRuntime().availableProcessors(),
                caches(),
                List.of(flags.split("\\s+")).stream()
                        .filter(FLAGS::contains)
                        .sorted()
                        .toList(),
                simdBits,
                memoryMiB(),
                line("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor").orElse(Environment.UNKNOWN),
                container(),
                System.getProperty("os.name", Environment.UNKNOWN),
                System.getProperty("os.version", Environment.UNKNOWN),
                System.getProperty("os.arch", Environment.UNKNOWN));
    }

    String loadAverage() {
        String[] words = line("proc/loadavg").orElse("").split(" ");
        return words.length < 3 ? Environment.UNKNOWN : words[0] + " " + words[1] + " " + words[2];
    }

    private static String cpuModel(Map<String, String> cpu) {
        String model = first(cpu, "model name", "Model");
        boolean arm = cpu.containsKey("CPU part");
        return model.equals(Environment.UNKNOWN) && arm
                ? "ARM " + first(cpu, "CPU implementer") + " " + first(cpu, "CPU part")
                : model;
    }

    private static String revision(Map<String, String> cpu) {
        if (cpu.containsKey("cpu family")) {
            return first(cpu, "cpu family") + "-" + first(cpu, "model") + "-" + first(cpu, "stepping");
        }
        return cpu.containsKey("CPU part")
                ? first(cpu, "CPU part") + "-" + first(cpu, "CPU variant") + "-" + first(cpu, "CPU revision")
                : Environment.UNKNOWN;
    }

    private List<Environment.Cache> caches() {
        List<Environment.Cache> caches = new ArrayList<>();
        for (int i = 0; ; i++) {
            String folder = "sys/devices/system/cpu/cpu0/cache/index" + i + "/";
            Optional<String> level = line(folder + "level");
            if (level.isEmpty()) {
                return caches;
            }
            caches.add(new Environment.Cache(
                    (int) number(level.get()),
                    line(folder + "type").orElse(Environment.UNKNOWN),
                    kib(line(folder + "size").orElse("")),
                    line(folder + "shared_cpu_list").orElse(Environment.UNKNOWN)));
        }
    }

    private long memoryMiB() {
        String total = firstBlock("proc/meminfo").getOrDefault("MemTotal", "");
        return kib(total.replace(" kB", "K")) >> 10;
    }

    /** Processors and memory that the control group allows, version 2 first, then version 1. */
    private String container() {
        String cpus = "unknown";
        String[] v2 = line("sys/fs/cgroup/cpu.max").orElse("").split(" ");
        if (v2.length == 2) {
            cpus = share(v2[0], v2[1]);
        } else if (line("sys/fs/cgroup/cpu/cpu.cfs_quota_us").isPresent()) {
            cpus = share(
                    line("sys/fs/cgroup/cpu/cpu.cfs_quota_us").get(),
                    line("sys/fs/cgroup/cpu/cpu.cfs_period_us").orElse("0"));
        }
        String memory = line("sys/fs/cgroup/memory.max")
                .or(() -> line("sys/fs/cgroup/memory/memory.limit_in_bytes"))
                .map(bytes -> number(bytes) > 0 ? (number(bytes) >> 20) + " MiB" : "unlimited")
                .orElse("unknown");
        return "cpu " + cpus + ", memory " + memory;
    }

    private static String share(String quota, String period) {
        long q = number(quota);
        long p = number(period);
        return q <= 0 || p <= 0 ? "unlimited" : String.format(Locale.ROOT, "%.2f", (double) q / p);
    }

    /** {@code name : value} lines up to the first empty one. */
    private Map<String, String> firstBlock(String file) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : read(file).orElse("").split("\n")) {
            if (line.isBlank()) {
                break;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                values.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return values;
    }

    private Optional<String> line(String file) {
        return read(file).map(text -> text.split("\n", 2)[0].strip()).filter(text -> !text.isEmpty());
    }

    private Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(root.resolve(file)));
        } catch (IOException e) {
            return Optional.empty(); // absent, or not ours to read: both leave the value unknown
        }
    }

    private static String first(Map<String, String> values, String... names) {
        for (String name : names) {
            if (!values.getOrDefault(name, "").isEmpty()) {
                return values.get(name);
            }
        }
        return Environment.UNKNOWN;
    }

    /** {@code 48K}, {@code 32M} in KiB; 0 if it is neither. */
    private static long kib(String text) {
        long unit = text.endsWith("M") ? 1024 : text.endsWith("G") ? 1024 * 1024 : 1;
        return number(text.replaceAll("[KMG]$", "")) * unit;
    }

    /**
     * A whole number, or 0 for anything else: version 2 of the control groups writes "max" for no limit, version 1 a number of
     * 19 digits near 2^63.
     */
    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
