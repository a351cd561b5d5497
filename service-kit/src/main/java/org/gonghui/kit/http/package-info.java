/**
 * The edge of HTTP: what every refusal looks like, and what is refused before a resource sees it.
 */
@NullMarked
package org.gonghui.kit.http;

import org.jspecify.annotations.NullMarked;
