// SPDX-License-Identifier: Apache-2.0
/**
 * The groups of checks: which checks go with which law, on which shapes and how many elements.
 */
package org.initium.verification.groups;
