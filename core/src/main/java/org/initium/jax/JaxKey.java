// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

/**
 * A key of {@code jax.random}: two 32-bit words.
 *
 * @param k0 first word
 * @param k1 second word
 */
public record JaxKey(int k0, int k1) {}
