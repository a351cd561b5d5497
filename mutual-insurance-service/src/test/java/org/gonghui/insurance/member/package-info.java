@NullMarked
package org.gonghui.insurance.member;

import org.jspecify.annotations.NullMarked;
