// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import java.util.List;
import org.initium.verification.laws.ExpectedLaw;

/**
 * One law of a known scale, and everything that gives it on a shape.
 *
 * @param names initializers, the likeliest first
 * @param law what the elements then follow
 * @param weight prior weight, above 0; only ratios matter
 */
record Hypothesis(List<Name> names, ExpectedLaw.Random law, double weight) {
    /**
     * An initializer and how it counted fans.
     *
     * @param label the initializer by the name it has in its library
     * @param fans what it counts; {@code null} if it does not look at the shape
     * @param usual whether the library itself counts that way
     */
    record Name(String label, FanConvention fans, boolean usual) {
        /** The label, and the fans if they are not the library's own. */
        @Override
        public String toString() {
            return usual ? label : label + " with " + fans;
        }
    }
}
