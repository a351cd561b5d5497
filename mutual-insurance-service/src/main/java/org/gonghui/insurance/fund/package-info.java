/** What the mutual-aid fund holds (互助资金). */
@NullMarked
package org.gonghui.insurance.fund;

import org.jspecify.annotations.NullMarked;
