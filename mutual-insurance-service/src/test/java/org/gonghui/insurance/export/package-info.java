@NullMarked
package org.gonghui.insurance.export;

import org.jspecify.annotations.NullMarked;
