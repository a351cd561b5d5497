/** Help with work: fairs and services to persons, and what came of them. */
@NullMarked
package org.gonghui.aid.jobaid;

import org.jspecify.annotations.NullMarked;
