// SPDX-License-Identifier: Apache-2.0
/**
 * Checks of orthogonal matrices: that they are orthogonal, which one matrix shows, and that all are equally likely, which takes many.
 * All of them say what A. Haar's law says of a part of the matrix, signs included.
 */
package org.initium.verification.haar;
