@NullMarked
package org.gonghui.insurance.contribution;

import org.jspecify.annotations.NullMarked;
