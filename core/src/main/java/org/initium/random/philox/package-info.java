// SPDX-License-Identifier: Apache-2.0
/** Philox4x32-10, a word generator without state: what keys are derived with, streams begin with, and TensorFlow draws from. */
package org.initium.random.philox;
