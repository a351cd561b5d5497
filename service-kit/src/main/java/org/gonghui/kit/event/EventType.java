package org.gonghui.kit.event;

import java.util.regex.Pattern;

/**
 * The name of a kind of event, {@code org.gonghui.{service}.{aggregate}.{happened}.v1}, and where
 * it travels.
 */
public record EventType(String service, String aggregate, String happened, int version) {
  private static final String DOMAIN = "org.gonghui.";
  private static final Pattern NAME =
      Pattern.compile("([a-z][a-z0-9-]*)\\.([a-z][a-z0-9-]*)\\.([a-z][a-z0-9-]*)\\.v([1-9]\\d?)");

  /** Reads a name with or without the reverse domain. */
  public static EventType of(String name) {
    var local = name.startsWith(DOMAIN) ? name.substring(DOMAIN.length()) : name;
    var parts = NAME.matcher(local);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "an event is named service.aggregate.happened.v1, not " + name);
    }
    return new EventType(
        parts.group(1), parts.group(2), parts.group(3), Integer.parseInt(parts.group(4)));
  }

  /** The CloudEvents type. */
  public String name() {
    return DOMAIN + localName();
  }

  public String localName() {
    return "%s.%s.%s.v%d".formatted(service, aggregate, happened, version);
  }

  public String topic() {
    return "gonghui.%s.%s".formatted(service, aggregate);
  }

  /** The CloudEvents source. */
  public String source() {
    return "/gonghui/" + service;
  }

  /** The CloudEvents dataschema: the message of this name in the service's AsyncAPI document. */
  public String dataSchema() {
    return "urn:gonghui:event:" + localName();
  }
}
