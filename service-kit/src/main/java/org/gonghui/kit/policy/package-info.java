/** Rules with a period in force. */
@NullMarked
package org.gonghui.kit.policy;

import org.jspecify.annotations.NullMarked;
