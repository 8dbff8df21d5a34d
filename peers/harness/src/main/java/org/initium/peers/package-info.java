// SPDX-License-Identifier: Apache-2.0
/**
 * Other libraries' initializers, from their released artifacts, held to what they say they do: a
 * {@link org.initium.peers.Peer} names {@link org.initium.peers.Candidate}s, a {@link org.initium.peers.Trial} judges each by the
 * checks of {@code verification}, {@link org.initium.peers.Findings} writes a result file for each library.
 */
package org.initium.peers;
