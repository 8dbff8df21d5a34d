// SPDX-License-Identifier: Apache-2.0
/** {@code initium init} and {@code describe}: one tensor's weights, and the law that they follow. */
package org.initium.cli.init;
