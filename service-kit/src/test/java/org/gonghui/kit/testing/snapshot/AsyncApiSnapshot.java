package org.gonghui.kit.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.event.EventType;

/**
 * Compares a service's events with its committed {@code asyncapi.yaml} (AsyncAPI 3.0). A change
 * that would break a consumer is refused even on update: give the changed event a new version
 * instead.
 */
public final class AsyncApiSnapshot {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  private AsyncApiSnapshot() {}

  /** All sealed event interfaces of the service, against the file beside its pom. */
  @SafeVarargs
  public static void check(String service, Class<? extends DomainEvent>... families) {
    check(Path.of("asyncapi.yaml"), service, List.of(families));
  }

  /** The same against any file. */
  public static void check(Path file, String service, List<Class<? extends DomainEvent>> families) {
    var current = document(service, families);
    var snapshot = new Snapshot(file);
    assertThat(BreakingChanges.between(tree(snapshot.committed()), tree(current)))
        .as("changes that break a consumer")
        .isEmpty();
    snapshot.check(current);
  }

  /** The document as the code has it. */
  public static String document(String service, List<Class<? extends DomainEvent>> families) {
    var records = new TreeMap<EventType, Class<?>>(Comparator.comparing(EventType::localName));
    families.stream()
        .flatMap(AsyncApiSnapshot::records)
        .forEach(type -> records.put(EventType.of(EventSchema.sample(type).type()), type));
    assertThat(records.keySet()).extracting(EventType::service).containsOnly(service);
    var document = new LinkedHashMap<String, Object>();
    document.put("asyncapi", "3.0.0");
    document.put("info", new TreeMap<>(Map.of("title", "Events of " + service, "version", "1")));
    document.put("defaultContentType", "application/json");
    document.put("channels", channels(records));
    document.put("operations", operations(records));
    document.put("components", Map.of("messages", messages(records)));
    return write(document);
  }

  private static Map<String, Object> channels(Map<EventType, Class<?>> records) {
    var channels = new TreeMap<String, Object>();
    records.keySet().stream()
        .map(EventType::aggregate)
        .distinct()
        .forEach(
            aggregate -> {
              var channel = new LinkedHashMap<String, Object>();
              var messages = new LinkedHashMap<String, Object>();
              for (var type : records.keySet()) {
                if (type.aggregate().equals(aggregate)) {
                  channel.put("address", type.topic());
                  messages.put(type.localName(), ref("components/messages/" + type.localName()));
                }
              }
              channel.put("messages", messages);
              channels.put(aggregate, channel);
            });
    return channels;
  }

  private static Map<String, Object> operations(Map<EventType, Class<?>> records) {
    var operations = new TreeMap<String, Object>();
    for (var type : records.keySet()) {
      var operation = new LinkedHashMap<String, Object>();
      operation.put("action", "send");
      operation.put("channel", ref("channels/" + type.aggregate()));
      operations.put("publish-" + type.aggregate(), operation);
    }
    return operations;
  }

  private static Map<String, Object> messages(Map<EventType, Class<?>> records) {
    var messages = new LinkedHashMap<String, Object>();
    records.forEach(
        (type, record) -> {
          var message = new LinkedHashMap<String, Object>();
          message.put("name", type.name());
          message.put("contentType", "application/json");
          message.put("payload", EventSchema.of(record));
          messages.put(type.localName(), message);
        });
    return messages;
  }

  private static Stream<Class<?>> records(Class<?> family) {
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses()).flatMap(AsyncApiSnapshot::records)
        : Stream.of(family);
  }

  private static Map<String, Object> ref(String place) {
    return Map.of("$ref", "#/" + place);
  }

  private static String write(Object document) {
    try {
      return YAML.writeValueAsString(document);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static JsonNode tree(String yaml) {
    try {
      return YAML.readTree(yaml.isEmpty() ? "{}" : yaml);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("the document is no YAML", cause);
    }
  }
}
