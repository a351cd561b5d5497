/** People who may need help, found before they ask (主动发现线索). */
@NullMarked
package org.gonghui.aid.lead;

import org.jspecify.annotations.NullMarked;
