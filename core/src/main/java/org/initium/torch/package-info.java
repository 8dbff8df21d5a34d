// SPDX-License-Identifier: Apache-2.0
/** {@code torch.manual_seed} and {@code torch.nn.init} for float32, bit for bit: PyTorch 2.13.0 on a CPU with AVX2. */
package org.initium.torch;
