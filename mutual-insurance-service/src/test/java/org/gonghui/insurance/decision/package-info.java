@NullMarked
package org.gonghui.insurance.decision;

import org.jspecify.annotations.NullMarked;
