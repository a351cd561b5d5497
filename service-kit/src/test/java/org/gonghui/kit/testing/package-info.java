/** What the tests of every service stand on: real servers, tokens, the clock, the rules. */
@NullMarked
package org.gonghui.kit.testing;

import org.jspecify.annotations.NullMarked;
