// SPDX-License-Identifier: Apache-2.0
/** What TensorFlow 2.21.0 draws statelessly on a CPU under Linux, bit for bit. */
package org.initium.tensorflow;
