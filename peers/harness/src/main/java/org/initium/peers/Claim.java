// SPDX-License-Identifier: Apache-2.0
package org.initium.peers;

import java.util.function.Function;
import org.initium.Shape;
import org.initium.verification.laws.ExpectedLaw;

/**
 * What is said of an initializer.
 *
 * @param documented whether the library says so; or else a paper or Keras, of what has this name
 * @param source who says so
 * @param link where to read it
 * @param says what is claimed, in short
 * @param law the same as a law, by shape
 */
public record Claim(boolean documented, String source, String link, String says, Function<Shape, ExpectedLaw> law) {}
