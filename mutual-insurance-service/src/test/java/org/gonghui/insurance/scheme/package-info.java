@NullMarked
package org.gonghui.insurance.scheme;

import org.jspecify.annotations.NullMarked;
