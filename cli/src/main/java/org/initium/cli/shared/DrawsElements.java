// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.shared;

/** A command that knows, once its options are parsed, how many random numbers it is going to draw. */
public interface DrawsElements {
    /** Elements to be drawn, or as many as take the time of the work; 0 or more. */
    long elements();
}
