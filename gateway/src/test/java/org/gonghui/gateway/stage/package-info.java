/** What the gateway's tests stand on: a real issuer, real upstreams, a real database. */
@NullMarked
package org.gonghui.gateway.stage;

import org.jspecify.annotations.NullMarked;
