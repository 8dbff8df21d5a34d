// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.Shape;
import org.initium.peers.Candidate;
import org.initium.peers.PeerContract;
import org.junit.jupiter.api.Test;

class Deeplearning4jTest {
    @Test
    void itKeepsTheContract() {
        assertThat(PeerContract.violations(new Deeplearning4j())).isEmpty();
    }

    @Test
    void whatItDoesNotDrawIsKnown() {
        assertThat(PeerContract.obstacles(new Deeplearning4j())).isEmpty();
    }

    /** Which is why the harness has no seed 0. */
    @Test
    void seedZeroIsNoSeed() throws Exception {
        Candidate candidate = new Deeplearning4j()
                .candidates().stream()
                        .filter(c -> c.initializer().equals("XAVIER"))
                        .findFirst()
                        .orElseThrow();
        Shape shape = candidate.shapes().get(0);
        float[] one = candidate.source().draw(shape, 0).values();
        // The clock stands in for it, to the millisecond.
        Thread.sleep(20);
        assertThat(candidate.source().draw(shape, 0).values()).isNotEqualTo(one);
    }

    @Test
    void theImportKeepsTheContract() {
        assertThat(PeerContract.violations(new KerasImport())).isEmpty();
        assertThat(PeerContract.obstacles(new KerasImport())).isEmpty();
    }
}
