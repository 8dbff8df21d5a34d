// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    void readsTheFlag() {
        Origin origin = Origin.of(List.of(
                        "-Xmx2g",
                        "-Dinitium.origin=benchmarks:0a1b,core:2c3d,openblas:0.3.31-1.5.13,OPENBLAS_CORETYPE:Haswell"))
                .orElseThrow();
        assertThat(origin.benchmarks()).isEqualTo("0a1b");
        assertThat(origin.core()).isEqualTo("2c3d");
        assertThat(origin.peers()).isEqualTo("openblas 0.3.31-1.5.13, OPENBLAS_CORETYPE Haswell");
    }

    @Test
    void withoutTheFlagThereIsNoOrigin() {
        assertThat(Origin.of(List.of("-Xmx2g", "-Dinitium.threads=1"))).isEmpty();
    }

    @Test
    void whatHasNoNameIsLeftOut() {
        Origin origin =
                Origin.of(List.of("-Dinitium.origin=:x,nonsense,core:1")).orElseThrow();
        assertThat(origin.parts()).containsOnlyKeys("core");
        assertThat(origin.benchmarks()).isEmpty();
        assertThat(origin.peers()).isEmpty();
    }
}
