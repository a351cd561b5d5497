/** What the gateway costs, beside other proxies and over time. */
@NullMarked
package org.gonghui.acceptance.bench.gateway;

import org.jspecify.annotations.NullMarked;
