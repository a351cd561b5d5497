/** The platform as its users reach it: one door, tokens and keys. */
@NullMarked
package org.gonghui.acceptance.platform;

import org.jspecify.annotations.NullMarked;
