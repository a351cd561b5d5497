@NullMarked
package org.gonghui.insurance.bill;

import org.jspecify.annotations.NullMarked;
