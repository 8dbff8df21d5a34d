// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.djl;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.peers.PeerContract;
import org.junit.jupiter.api.Test;

class DeepJavaLibraryTest {
    @Test
    void itKeepsTheContract() {
        assertThat(PeerContract.violations(new DeepJavaLibrary())).isEmpty();
    }

    @Test
    void whatItDoesNotDrawIsKnown() {
        assertThat(PeerContract.obstacles(new DeepJavaLibrary()))
                .containsExactly("new TruncatedNormalInitializer(), float16 on (77, 300)");
    }
}
