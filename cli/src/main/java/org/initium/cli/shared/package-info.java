// SPDX-License-Identifier: Apache-2.0
/** What the commands have in common: their base, their output, and the options of initializers. */
package org.initium.cli.shared;
