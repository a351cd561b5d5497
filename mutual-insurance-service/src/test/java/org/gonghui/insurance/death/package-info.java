@NullMarked
package org.gonghui.insurance.death;

import org.jspecify.annotations.NullMarked;
