/** Tests of the engine. */
@NullMarked
package org.gonghui.insurance.adjudication;

import org.jspecify.annotations.NullMarked;
