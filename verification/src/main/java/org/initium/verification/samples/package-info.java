// SPDX-License-Identifier: Apache-2.0
/** Checks of independent draws against the continuous law that they should follow, one in each file. */
package org.initium.verification.samples;
