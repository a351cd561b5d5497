@NullMarked
package org.gonghui.insurance.story;

import org.jspecify.annotations.NullMarked;
