package org.gonghui.gateway.console;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** One file of the console, ready to be sent. */
public record Page(String type, Buffer body, Map<String, String> headers) {}
