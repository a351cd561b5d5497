@NullMarked
package org.gonghui.insurance.selfservice;

import org.jspecify.annotations.NullMarked;
