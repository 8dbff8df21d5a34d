// SPDX-License-Identifier: Apache-2.0
/**
 * {@code initium init}, {@code describe} and {@code identify}: one tensor's weights, the law that they follow, and the way back from
 * weights to initializer and seed.
 */
package org.initium.cli.init;
