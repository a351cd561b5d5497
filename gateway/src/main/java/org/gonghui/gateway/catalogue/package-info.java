/** The services' OpenAPI documents in one place. */
@NullMarked
package org.gonghui.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
