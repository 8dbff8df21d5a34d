// SPDX-License-Identifier: Apache-2.0
/** What looks wrong with a tensor, each with the figure and a bound on the probability that sound weights show it. */
package org.initium.verification.identify.oddities;
