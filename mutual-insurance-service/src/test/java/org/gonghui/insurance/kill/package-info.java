@NullMarked
package org.gonghui.insurance.kill;

import org.jspecify.annotations.NullMarked;
