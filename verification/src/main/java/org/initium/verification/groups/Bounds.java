// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

/** What may lie on the bounds of a law or beyond them. */
public enum Bounds {
    /** The lower bound of a uniform law occurs, the upper one does not. */
    HALF_OPEN,
    /** Both occur: by rounding, in samplers that replay those of other libraries. */
    CLOSED,
    /** Some elements lie outside, and are no fault. */
    LEAKING
}
