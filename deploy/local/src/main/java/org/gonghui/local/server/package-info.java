/**
 * Real servers for one machine: PostgreSQL, Kafka and Keycloak, taken from Maven and run as
 * children.
 */
@NullMarked
package org.gonghui.local.server;

import org.jspecify.annotations.NullMarked;
