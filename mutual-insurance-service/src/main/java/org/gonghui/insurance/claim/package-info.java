/** Claims for a benefit and their life (补助申请). */
@NullMarked
package org.gonghui.insurance.claim;

import org.jspecify.annotations.NullMarked;
