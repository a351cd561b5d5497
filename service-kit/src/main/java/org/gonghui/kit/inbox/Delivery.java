package org.gonghui.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.gonghui.kit.event.EventJson;
import org.jspecify.annotations.Nullable;

/** Hands one event to one handler: mark it as taken, then have its effect, in one transaction. */
@Singleton
class Delivery {
  private static final TextMapGetter<Map<String, String>> HEADERS =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
          return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String name) {
          return headers == null ? null : headers.get(name);
        }
      };

  private final DataSource database;
  private final EventJson json;
  private final Tracer tracer;

  Delivery(DataSource database, EventJson json, Tracer tracer) {
    this.database = database;
    this.json = json;
    this.tracer = tracer;
  }

  /** The name that marks and dead letters know a handler by. */
  static String nameOf(EventHandler<?> handler) {
    return ClientProxy.unwrap(handler).getClass().getSimpleName().replace("_Subclass", "");
  }

  /** Has the effect, unless it was had before. */
  <T> void deliver(Received event, EventHandler<T> handler) throws MalformedEvent {
    var envelope =
        event.envelope().orElseThrow(() -> new MalformedEvent("no CloudEvents envelope"));
    var data = read(event.payload(), handler);
    inTraceOf(
        event,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      if (mark(envelope.id(), nameOf(handler))) {
                        handler.handle(data, envelope);
                      }
                    }));
  }

  <T> T read(String payload, EventHandler<T> handler) throws MalformedEvent {
    try {
      var data = json.read(payload, handler.payload());
      if (data == null) {
        throw new MalformedEvent("no data");
      }
      return data;
    } catch (JsonMappingException broken) {
      throw new MalformedEvent("unreadable at " + broken.getPathReference());
    } catch (JsonProcessingException _) {
      throw new MalformedEvent("no JSON");
    }
  }

  /** True for the first that marks it; another that is about to is waited for. */
  boolean mark(UUID event, String handler) {
    var sql = "insert into inbox (event_id, handler) values (?, ?) on conflict do nothing";
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(sql)) {
      insert.setObject(1, event);
      insert.setString(2, handler);
      return insert.executeUpdate() == 1;
    } catch (SQLException cause) {
      throw new IllegalStateException("the inbox cannot be written", cause);
    }
  }

  private void inTraceOf(Received event, Runnable work) {
    var sender =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), event.headers(), HEADERS);
    var span =
        tracer
            .spanBuilder(event.type())
            .setParent(sender)
            .setSpanKind(SpanKind.CONSUMER)
            .startSpan();
    try (var _ = span.makeCurrent()) {
      work.run();
    } finally {
      span.end();
    }
  }

  /** An event that cannot be read; the reason tells where, and nothing of its content. */
  static final class MalformedEvent extends Exception {
    private final String reason;

    MalformedEvent(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }
}
