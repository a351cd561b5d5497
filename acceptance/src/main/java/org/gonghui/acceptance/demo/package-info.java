/** The city year of 2017, played through the platform's own door. */
@NullMarked
package org.gonghui.acceptance.demo;

import org.jspecify.annotations.NullMarked;
