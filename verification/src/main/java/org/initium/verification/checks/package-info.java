/**
 * The checks of initializers, one in each file, and the laws that they check against.
 *
 * <p>{@link org.initium.verification.laws.ExpectedLaw} restates from the papers what each named initializer should give;
 * nothing here asks the engine what it meant to do, except the check that compares its answer.
 */
package org.initium.verification.checks;
