@NullMarked
package org.gonghui.insurance.batch;

import org.jspecify.annotations.NullMarked;
