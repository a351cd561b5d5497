@NullMarked
package org.gonghui.insurance.expiry;

import org.jspecify.annotations.NullMarked;
