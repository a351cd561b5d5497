/** The desk at which officers and approvers shape plan years and terms. */
@NullMarked
package org.gonghui.insurance.scheme;

import org.jspecify.annotations.NullMarked;
