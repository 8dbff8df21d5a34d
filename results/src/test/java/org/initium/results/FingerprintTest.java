// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
    private static final Environment BASE = Samples.environment("2026-01-01T00:00:00Z", "h");

    @TempDir
    Path folder;

    @Test
    void theSlugIsFrozen() {
        // published directories carry it: a change here orphans every one of them
        assertThat(Fingerprint.of(BASE)).hasToString("intel-xeon-platinum-8370c-8c-512b-c520e2e4");
    }

    @Test
    void whatDoesNotDecideSpeedDoesNotCount() throws IOException {
        assertThat(Fingerprint.of(Samples.environment("2027-05-05T10:00:00Z", "other")))
                .isEqualTo(Fingerprint.of(BASE));
        assertThat(Fingerprint.of(edited("6.8.0", "6.9.1"))).isEqualTo(Fingerprint.of(BASE));
        assertThat(Fingerprint.of(edited("25.0.1+8-LTS", "25.0.4+1-LTS"))).isEqualTo(Fingerprint.of(BASE));
        assertThat(Fingerprint.differences(BASE, edited("6.8.0", "6.9.1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8370C,                 8371C,                'CPU was'",
        "6-106-6,               6-106-7,              'CPU revision was GenuineIntel 6-106-6, is GenuineIntel 6-106-7'",
        "'\"logicalCores\" : 8', '\"logicalCores\" : 4', 'logical cores was 8, is 4'",
        "'\"simdBits\" : 512',   '\"simdBits\" : 256',  'SIMD bits was 512, is 256'",
        "Linux,                 Windows,              'operating system was Linux, is Windows'",
        "amd64,                 x86,                  'architecture was amd64, is x86'",
        "Eclipse Adoptium,      Amazon,               'JDK vendor was Eclipse Adoptium, is Amazon'",
        "25.0.1+8-LTS,          26+35,                'JDK feature version was 25, is 26'"
    })
    void whatDecidesSpeedCounts(String from, String to, String difference) throws IOException {
        Environment other = edited(from, to);
        assertThat(Fingerprint.of(other)).isNotEqualTo(Fingerprint.of(BASE));
        assertThat(Fingerprint.differences(BASE, other))
                .singleElement()
                .asString()
                .contains(difference);
    }

    @ParameterizedTest
    @CsvSource({
        "AMD EPYC,                                        amd-epyc",
        "AMD EPYC 9R14 96-Core Processor,                 amd-epyc-9r14",
        "Intel(R) Core(TM) i7-1185G7 @ 3.00GHz,           intel-core-i7-1185g7",
        "unknown,                                         unknown",
        "@,                                               unknown",
        "A name that is far too long for a directory of any machine, a-name-that-is-far-too-long-for-a-direct"
    })
    void theModelIsReadable(String model, String slug) throws IOException {
        Environment other = edited("Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz", model);
        assertThat(Fingerprint.of(other).slug()).startsWith(slug + "-8c-512b-").matches("[a-z0-9-]+-[0-9a-f]{8}");
    }

    @Test
    void aRunWithoutForeignHashKeepsItsOwn() {
        Run run = Samples.run("2026-01-01T00:00:00Z", "h", Samples.row("A.b", Map.of(), "us/op", new double[] {1}));
        assertThat(run.name()).isEqualTo("20260101T000000Z-0123456789ab");
    }

    private Environment edited(String from, String to) throws IOException {
        Path file = folder.resolve("environment.json");
        BASE.write(file);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        return Environment.read(Files.writeString(file, text.replace(from, to)));
    }
}
