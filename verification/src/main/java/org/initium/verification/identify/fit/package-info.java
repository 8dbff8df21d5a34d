// SPDX-License-Identifier: Apache-2.0
/**
 * Which law gave a tensor: structures that one look proves, and otherwise Bayes' rule over a catalogue of initializers, ways of
 * counting fans and families of unknown scale, with a test of fit so that none of them is an answer too.
 *
 * <p>The laws are worked out here and in {@code checks}; the engine is not asked.
 */
package org.initium.verification.identify.fit;
