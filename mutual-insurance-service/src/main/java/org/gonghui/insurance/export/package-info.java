/** Lists that people take away as a file. */
@NullMarked
package org.gonghui.insurance.export;

import org.jspecify.annotations.NullMarked;
