// SPDX-License-Identifier: Apache-2.0
/** What {@link org.initium.linalg.Gemm} is made of; not exported: the loops, the block sizes, the packing and the register tiles. */
package org.initium.linalg.gemm;
