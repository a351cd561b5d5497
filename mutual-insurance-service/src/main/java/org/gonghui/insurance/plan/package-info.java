/** Plans, their years and their terms (互助保障计划、保障年度、条款版本). */
@NullMarked
package org.gonghui.insurance.plan;

import org.jspecify.annotations.NullMarked;
