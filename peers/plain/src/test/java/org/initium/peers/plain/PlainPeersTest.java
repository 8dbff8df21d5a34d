// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.initium.peers.Peer;
import org.initium.peers.PeerContract;
import org.junit.jupiter.api.Test;

class PlainPeersTest {
    @Test
    void theyKeepTheContract() {
        ServiceLoader<Peer> peers = ServiceLoader.load(Peer.class);
        assertThat(peers).hasSize(6).allSatisfy(peer -> {
            assertThat(PeerContract.violations(peer)).isEmpty();
            assertThat(PeerContract.obstacles(peer)).isEmpty();
        });
    }
}
