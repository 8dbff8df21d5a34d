// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.kotlindl;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.Shape;
import org.initium.peers.Candidate;
import org.initium.peers.PeerContract;
import org.junit.jupiter.api.Test;

class KotlinDlTest {
    @Test
    void itKeepsTheContract() {
        assertThat(PeerContract.violations(new KotlinDl())).isEmpty();
    }

    @Test
    void whatItDoesNotDrawIsKnown() {
        assertThat(PeerContract.obstacles(new KotlinDl()))
                .containsExactly(
                        "Orthogonal(1.0, seed) on (20, 10)",
                        "Orthogonal(1.0, seed) on (10, 20)",
                        "Orthogonal(1.0, seed) on (3, 3, 4, 8)");
    }

    /** Which is why the harness has no seed 0. */
    @Test
    void seedZeroIsNoSeed() throws Exception {
        Candidate candidate = new KotlinDl()
                .candidates().stream()
                        .filter(c -> c.initializer().equals("TruncatedNormal(seed)"))
                        .findFirst()
                        .orElseThrow();
        Shape shape = candidate.shapes().get(0);
        float[] one = candidate.source().draw(shape, 0).values();
        assertThat(candidate.source().draw(shape, 0).values()).isNotEqualTo(one);
    }
}
