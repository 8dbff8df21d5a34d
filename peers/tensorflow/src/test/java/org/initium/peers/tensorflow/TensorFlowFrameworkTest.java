// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.peers.PeerContract;
import org.junit.jupiter.api.Test;

class TensorFlowFrameworkTest {
    @Test
    void itKeepsTheContract() {
        assertThat(PeerContract.violations(new TensorFlowFramework())).isEmpty();
    }

    @Test
    void whatItDoesNotDrawIsKnown() {
        assertThat(PeerContract.obstacles(new TensorFlowFramework()))
                .containsExactly("new Orthogonal<>(seed) on (10, 20)", "new Orthogonal<>(seed) on (3, 3, 4, 8)");
    }
}
