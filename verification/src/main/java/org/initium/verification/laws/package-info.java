// SPDX-License-Identifier: Apache-2.0
/**
 * The laws that initializers are checked against. {@link org.initium.verification.laws.Recipes} restates from the papers what each named
 * initializer should give; nothing here asks the engine what it meant to do.
 */
package org.initium.verification.laws;
