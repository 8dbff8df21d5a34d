// SPDX-License-Identifier: Apache-2.0
/**
 * The checks of initializers, one in each file. They hold a sample against a law of {@link org.initium.verification.laws}; nothing here asks
 * the engine what it meant to do, except the check that compares its answer.
 */
package org.initium.verification.checks;
