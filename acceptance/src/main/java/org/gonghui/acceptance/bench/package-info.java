/** What the platform achieves beside what its parts could, measured in one run. */
@NullMarked
package org.gonghui.acceptance.bench;

import org.jspecify.annotations.NullMarked;
