// SPDX-License-Identifier: Apache-2.0
/**
 * The loops of {@link org.initium.nn} that are worth a vector: each a contract, a scalar version that defines the arithmetic
 * and a vector version that equals it to the bit. Not exported.
 */
package org.initium.nn.kernel;
