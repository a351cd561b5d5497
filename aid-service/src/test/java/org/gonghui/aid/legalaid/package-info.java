@NullMarked
package org.gonghui.aid.legalaid;

import org.jspecify.annotations.NullMarked;
