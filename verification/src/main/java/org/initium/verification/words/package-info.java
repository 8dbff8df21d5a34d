// SPDX-License-Identifier: Apache-2.0
/**
 * Checks of 32-bit words: that they fall everywhere alike, alone and in tuples, and agree with no others.
 *
 * <p>They complement the batteries that {@code ./initium stream} feeds: these know the stream's lanes, blocks and keys, and
 * count 2^34 words in minutes.
 */
package org.initium.verification.words;
