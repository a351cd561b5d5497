@NullMarked
package org.gonghui.aid.person;

import org.jspecify.annotations.NullMarked;
