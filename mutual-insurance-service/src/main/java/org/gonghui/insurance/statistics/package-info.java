/** What the year comes to, per area and month, with the rows that add up to it (统计). */
@NullMarked
package org.gonghui.insurance.statistics;

import org.jspecify.annotations.NullMarked;
