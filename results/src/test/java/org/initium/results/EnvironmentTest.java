// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
    private static final Environment SAMPLE = Samples.environment("2026-01-01T00:00:00Z", "h");

    @TempDir
    Path root;

    @Test
    void theFileGivesTheRecordBack() throws IOException {
        Path file = root.resolve("environment.json");
        SAMPLE.write(file);
        assertThat(Environment.read(file)).isEqualTo(SAMPLE);
        try (var files = Files.list(root)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFieldOfALaterVersionIsIgnored() throws IOException {
        assertThat(edited("\"schema\" : 1,", "\"schema\" : 1, \"colour\" : \"blue\","))
                .isEqualTo(SAMPLE);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"schema\" : 1,',          '\"schema\" : 2,',     schema 2",
        "'\"schema\" : 1,',          '',                   schema",
        "2026-01-01T00:00:00Z,       yesterday,            utc 'yesterday'",
        "2026-01-01T00:00:00Z,       2026-01-01T00:00:00.5Z, whole seconds",
        "2026-01-01T00:00:00Z,       2026-01-01T01:00:00+01:00, utc",
        "'\"logicalCores\" : 8',     '\"logicalCores\" : \"many\"', many",
        "'\"dirty\" : false',        '\"dirty\" : null',    field 'source.dirty'"
    })
    void aMalformedFileIsNamed(String from, String to, String message) {
        assertThatIOException()
                .isThrownBy(() -> edited(from, to))
                .withMessageContaining("environment.json: ")
                .withMessageContaining(message);
    }

    @Test
    void linuxIsDescribedInFull() throws IOException {
        put("proc/cpuinfo", """
                processor\t: 0
                vendor_id\t: AuthenticAMD
                cpu family\t: 26
                model\t\t: 2
                model name\t: AMD EPYC
                stepping\t: 1
                flags\t\t: fpu avx2 fma avx512f hypervisor sse2

                processor\t: 1
                model name\t: another
                """);
        put("proc/meminfo", "MemTotal:       16777216 kB\nMemFree: 1 kB\n");
        put("proc/loadavg", "0.25 0.50 1.00 1/100 4242\n");
        cache(0, "1", "Data", "48K", "0");
        cache(1, "3", "Unified", "32M", "0-1");
        put("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n");
        put("sys/fs/cgroup/cpu.max", "150000 100000\n");
        put("sys/fs/cgroup/memory.max", "2147483648\n");
        EnvironmentProbe probe = new EnvironmentProbe(root);
        Environment.Machine machine = probe.machine(256);
        assertThat(machine.cpuModel()).isEqualTo("AMD EPYC");
        assertThat(machine.cpuVendor()).isEqualTo("AuthenticAMD");
        assertThat(machine.cpuRevision()).isEqualTo("26-2-1");
        assertThat(machine.cpuFlags()).containsExactly("avx2", "avx512f", "fma", "hypervisor");
        assertThat(machine.caches())
                .containsExactly(
                        new Environment.Cache(1, "Data", 48, "0"), new Environment.Cache(3, "Unified", 32768, "0-1"));
        assertThat(machine.memoryMiB()).isEqualTo(16384);
        assertThat(machine.governor()).isEqualTo("performance");
        assertThat(machine.container()).isEqualTo("cpu 1.50, memory 2048 MiB");
        assertThat(machine.simdBits()).isEqualTo(256);
        assertThat(probe.loadAverage()).isEqualTo("0.25 0.50 1.00");
    }

    @Test
    void armAndTheFirstControlGroupsAreUnderstood() throws IOException {
        put("proc/cpuinfo", """
                Features\t: fp asimd sve
                CPU implementer\t: 0x41
                CPU variant\t: 0x1
                CPU part\t: 0xd40
                CPU revision\t: 1
                """);
        put("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        put("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        Environment.Machine machine = new EnvironmentProbe(root).machine(128);
        assertThat(machine.cpuModel()).isEqualTo("ARM 0x41 0xd40");
        assertThat(machine.cpuRevision()).isEqualTo("0xd40-0x1-1");
        assertThat(machine.cpuFlags()).containsExactly("asimd", "sve");
        assertThat(machine.container()).isEqualTo("cpu unlimited, memory unlimited");
    }

    @Test
    void elsewhereTheGapsSayUnknown() {
        EnvironmentProbe probe = new EnvironmentProbe(root);
        Environment.Machine machine = probe.machine(128);
        assertThat(List.of(machine.cpuModel(), machine.cpuVendor(), machine.cpuRevision(), machine.governor()))
                .containsOnly("unknown");
        assertThat(machine.container()).isEqualTo("cpu unknown, memory unknown");
        assertThat(machine.caches()).isEmpty();
        assertThat(machine.cpuFlags()).isEmpty();
        assertThat(machine.memoryMiB()).isZero();
        assertThat(probe.loadAverage()).isEqualTo("unknown");
    }

    @Test
    void thisMachineIsDetected() throws IOException {
        Environment here = Environment.detect(root, 256, "hash", "1.37", List.of("-Xmx1g"));
        // the folder is no work tree, so nobody can vouch for the sources
        assertThat(here.source()).isEqualTo(new Environment.Source("unknown", true, "hash", "1.37"));
        assertThat(here.machine().logicalCores()).isPositive();
        assertThat(here.java().flags()).containsExactly("-Xmx1g");
        assertThat(here.java().feature())
                .isEqualTo(Integer.toString(Runtime.version().feature()));
        here.write(root.resolve("environment.json"));
        assertThat(Environment.read(root.resolve("environment.json"))).isEqualTo(here);
    }

    /** A checkout has a commit, an unpacked archive has none; the form is all that holds for both. */
    @Test
    void theCommitIsTwelveDigitsOrUnknown() {
        assertThat(Git.commit(Path.of(""))).matches("[0-9a-f]{12,40}|unknown");
        assertThat(Git.dirty(root)).isTrue();
    }

    private Environment edited(String from, String to) throws IOException {
        Path file = root.resolve("environment.json");
        SAMPLE.write(file);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        return Environment.read(Files.writeString(file, text.replace(from, to)));
    }

    private void cache(int index, String level, String type, String size, String shared) throws IOException {
        String folder = "sys/devices/system/cpu/cpu0/cache/index" + index + "/";
        put(folder + "level", level + "\n");
        put(folder + "type", type + "\n");
        put(folder + "size", size + "\n");
        put(folder + "shared_cpu_list", shared + "\n");
    }

    private void put(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
