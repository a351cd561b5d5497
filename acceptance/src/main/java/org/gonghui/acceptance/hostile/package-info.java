/** Requests that nobody should send, made from the platform's own API documents. */
@NullMarked
package org.gonghui.acceptance.hostile;

import org.jspecify.annotations.NullMarked;
