// SPDX-License-Identifier: Apache-2.0
package org.initium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ShortRunsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "init --out w.npy --initializer he_normal --shape 784x128 | true",
                "init --out w.npy --initializer he_normal --shape 4096x4096 | true",
                "init --out w.npy --initializer he_normal --shape 4096x4097 | false",
                "init --out w.npy --initializer he_normal --shape 0 | true",
                "init --out w.npy --initializer orthogonal --shape 512x512 | true",
                "init --out w.npy --initializer orthogonal --shape 513x513 | false",
                "init --out w.npy --initializer orthogonal --shape 65536x8 | true",
                "init --out w.npy --initializer orthogonal --shape 8x65536 | true",
                "init --out w.npy --initializer orthogonal --shape 2x0 | true",
                "init --out w.npy --initializer delta_orthogonal --shape 3x3x1024x1024 | false",
                "init --out w.npy --initializer orthogonal --shape 100000x100000 | false",
                "describe he_normal --shape 3 | false",
                "init --help | false",
                "init -h | false",
                "--version | false",
            })
    void onlyFewElementsMakeAShortRun(String line, boolean isShort) {
        CommandLine commands = new CommandLine(new Main()).registerConverter(Shape.class, new ShapeConverter());
        assertThat(ShortRuns.isShort(commands.parseArgs(line.split(" ")))).isEqualTo(isShort);
    }
}
