@NullMarked
package org.gonghui.insurance.treasury;

import org.jspecify.annotations.NullMarked;
