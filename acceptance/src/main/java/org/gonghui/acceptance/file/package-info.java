/** The files that clerks and banks exchange with the platform. */
@NullMarked
package org.gonghui.acceptance.file;

import org.jspecify.annotations.NullMarked;
