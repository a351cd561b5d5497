@NullMarked
package org.gonghui.insurance.arrival;

import org.jspecify.annotations.NullMarked;
