// SPDX-License-Identifier: Apache-2.0
/** The Mersenne Twister, which PyTorch and Python draw from. */
package org.initium.random.mersenne;
