package org.gonghui.kit.outbox;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gonghui.kit.event.DomainEvent;
import org.gonghui.kit.event.EventJson;
import org.gonghui.kit.event.EventType;
import org.gonghui.kit.time.Uuid7;

/** Gives each event its envelope (CloudEvents 1.0, binary mode) and stores it. */
@ApplicationScoped
class StoredOutbox implements Outbox {
  private static final int MAX_LENGTH = 64 * 1024;

  private final OutboxTable table;
  private final EventJson json;

  StoredOutbox(OutboxTable table, EventJson json) {
    this.table = table;
    this.json = json;
  }

  @Override
  public void record(DomainEvent event) {
    recordAll(List.of(event));
  }

  @Override
  public void recordAll(List<? extends DomainEvent> events) {
    var trace = trace();
    table.add(events.stream().map(event -> message(event, trace)).toList());
  }

  private Message message(DomainEvent event, Map<String, String> trace) {
    var type = EventType.of(event.type());
    var headers = new LinkedHashMap<String, String>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", Uuid7.next().toString());
    headers.put("ce_source", type.source());
    headers.put("ce_type", type.name());
    headers.put("ce_subject", event.aggregateId().toString());
    headers.put("ce_time", event.at().toString());
    headers.put("ce_dataschema", type.dataSchema());
    headers.put("content-type", "application/json");
    headers.putAll(trace);
    return new Message(type.topic(), event.aggregateId().toString(), headers, data(event));
  }

  private String data(DomainEvent event) {
    var data = json.write(event);
    if (data.length() > MAX_LENGTH) {
      // One that the broker refuses would hold up all that follow it.
      throw new IllegalArgumentException("an event has at most %d letters".formatted(MAX_LENGTH));
    }
    return data;
  }

  private static Map<String, String> trace() {
    var span = Span.current().getSpanContext();
    return span.isValid()
        ? Map.of(
            "traceparent",
            "00-%s-%s-%s"
                .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex()))
        : Map.of();
  }
}
