/** Stored decisions, limits and what a decision looked at (核算结果). */
@NullMarked
package org.gonghui.insurance.decision;

import org.jspecify.annotations.NullMarked;
