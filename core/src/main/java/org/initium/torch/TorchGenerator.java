// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

/** A generator of PyTorch. */
public final class TorchGenerator {
    private TorchGenerator() {}
}
