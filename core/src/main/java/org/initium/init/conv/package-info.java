// SPDX-License-Identifier: Apache-2.0
/** Initializers of convolution kernels alone, in Keras's layout (spatial ..., in, out). */
package org.initium.init.conv;
