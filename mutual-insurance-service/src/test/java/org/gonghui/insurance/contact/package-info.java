@NullMarked
package org.gonghui.insurance.contact;

import org.jspecify.annotations.NullMarked;
