// SPDX-License-Identifier: Apache-2.0
/**
 * What a check says, {@link org.initium.verification.checks.Verdict}, with the smallest fault that it is sure to find; and the checks of
 * tensors whose values or places are known exactly, one in each file. They hold a tensor against a law of
 * {@link org.initium.verification.laws}; nothing here asks the engine what it meant to do, except the check that compares its answer.
 */
package org.initium.verification.checks;
