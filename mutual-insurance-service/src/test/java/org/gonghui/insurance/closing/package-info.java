@NullMarked
package org.gonghui.insurance.closing;

import org.jspecify.annotations.NullMarked;
