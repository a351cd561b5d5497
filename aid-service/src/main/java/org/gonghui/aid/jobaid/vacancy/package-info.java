/** Work that employers offer. */
@NullMarked
package org.gonghui.aid.jobaid.vacancy;

import org.jspecify.annotations.NullMarked;
