/** The gateway's own refusals, and how they are told (RFC 9457). */
@NullMarked
package org.gonghui.gateway.problem;

import org.jspecify.annotations.NullMarked;
