/** The synthetic city's towns, employers and members. */
@NullMarked
package org.gonghui.acceptance.people;

import org.jspecify.annotations.NullMarked;
