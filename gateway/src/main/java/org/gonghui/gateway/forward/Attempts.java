package org.gonghui.gateway.forward;

import io.vertx.core.AsyncResult;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.function.Consumer;
import org.gonghui.gateway.upstream.Instance;
import org.gonghui.gateway.upstream.Upstream;
import org.jspecify.annotations.Nullable;

/**
 * One request's way to an instance: to another one when the first takes no connection, or, if the
 * request may be repeated and the budget allows it, when it gives no answer.
 */
final class Attempts {
  private static final int MOST = 3;

  private final HttpClient client;
  private final RequestOptions options;
  private final Upstream upstream;
  private final Consumer<HttpClientRequest> prepare;
  private List<Instance> tried = List.of();
  private @Nullable Instance current;

  Attempts(
      HttpClient client,
      RequestOptions options,
      Upstream upstream,
      Consumer<HttpClientRequest> prepare) {
    this.client = client;
    this.options = options;
    this.upstream = upstream;
    this.prepare = prepare;
  }

  void begin(Exchange exchange) {
    upstream.earnRetry();
    var instance = upstream.choose(tried, System.nanoTime());
    if (instance == null) {
      exchange.end(UpstreamFaults.unreachable());
    } else {
      connect(exchange, instance);
    }
  }

  private void connect(Exchange exchange, Instance instance) {
    current = instance;
    instance.begins();
    options.setHost(instance.host()).setPort(instance.port());
    client.request(options, connected -> connected(exchange, instance, connected));
  }

  private void connected(
      Exchange exchange, Instance instance, AsyncResult<HttpClientRequest> connected) {
    if (connected.succeeded()) {
      if (!exchange.isOver()) {
        prepare.accept(connected.result());
      }
      exchange.send(connected.result());
      return;
    }
    var cause = connected.cause();
    if (!(cause instanceof ConnectionPoolTooBusyException)) {
      instance.failed(System.nanoTime());
    }
    if (!goOn(exchange, instance)) {
      exchange.end(UpstreamFaults.refusal(cause));
    }
  }

  /** The connection was there, but no answer came by it; whether another instance is asked. */
  boolean repeat(Exchange exchange) {
    var instance = current;
    return instance != null
        && hasOther(instance)
        && upstream.mayRetry()
        && goOn(exchange, instance);
  }

  private boolean hasOther(Instance instance) {
    return upstream.instances().size() > 1 || !upstream.instances().contains(instance);
  }

  private boolean goOn(Exchange exchange, Instance failed) {
    if (exchange.isOver() || tried.size() + 1 >= MOST) {
      return false;
    }
    tried = tried.isEmpty() ? List.of(failed) : List.of(tried.getFirst(), failed);
    var next = upstream.choose(tried, System.nanoTime());
    if (next == null) {
      return false;
    }
    release();
    connect(exchange, next);
    return true;
  }

  void answered() {
    if (current != null) {
      current.answered();
    }
  }

  /** The instance took the request and did not answer it. */
  void failed() {
    if (current != null) {
      current.failed(System.nanoTime());
    }
  }

  void release() {
    if (current != null) {
      current.ends();
      current = null;
    }
  }
}
