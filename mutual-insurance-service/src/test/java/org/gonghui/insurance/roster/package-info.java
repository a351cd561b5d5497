@NullMarked
package org.gonghui.insurance.roster;

import org.jspecify.annotations.NullMarked;
