/** The people whom the other rooms know by their key. */
@NullMarked
package org.gonghui.aid.person;

import org.jspecify.annotations.NullMarked;
