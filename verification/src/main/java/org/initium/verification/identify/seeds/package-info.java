// SPDX-License-Identifier: Apache-2.0
/**
 * Whether a small seed on one of the five samplers made a tensor. Here the engine is what it is meant to be elsewhere: proved to draw
 * the floats of the libraries, it replays them.
 */
package org.initium.verification.identify.seeds;
