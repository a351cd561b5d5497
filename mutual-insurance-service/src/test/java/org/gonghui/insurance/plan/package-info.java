@NullMarked
package org.gonghui.insurance.plan;

import org.jspecify.annotations.NullMarked;
