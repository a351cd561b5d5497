@NullMarked
package org.gonghui.acceptance.demo;

import org.jspecify.annotations.NullMarked;
