// SPDX-License-Identifier: Apache-2.0
/**
 * Checks of what becomes of a stream's words: that two streams, and the layers of a model, have nothing to do with each other, that a
 * stream is always the same, that no bit is lost or leans, that the extreme words stay within bounds.
 */
package org.initium.verification.streams;
