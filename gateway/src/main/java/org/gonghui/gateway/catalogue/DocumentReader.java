package org.gonghui.gateway.catalogue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.gonghui.gateway.route.Route;
import org.gonghui.gateway.upstream.Instance;
import org.jspecify.annotations.Nullable;

/** Asks the services for their documents, and only for those that have changed. */
@Singleton
class DocumentReader {
  private static final int NOT_MODIFIED = 304;

  private final Vertx vertx;
  private final HttpClient client;

  DocumentReader(Vertx vertx) {
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setMaxPoolSize(1)
                .setConnectTimeout(2_000)
                .setIdleTimeout(10));
  }

  /** A document and its tag; no body when the one that the reader has is still true. */
  record Heard(@Nullable Buffer body, @Nullable String tag) {}

  void every(Duration pause, Runnable work) {
    work.run();
    vertx.setPeriodic(pause.toMillis(), _ -> work.run());
  }

  /** Where one instance does not answer another one may. */
  Future<Heard> read(Route route, @Nullable String tag) {
    var first = route.upstream().choose(List.of(), System.nanoTime());
    if (first == null) {
      return Future.failedFuture("no instance");
    }
    return read(first, tag)
        .recover(
            cause -> {
              var other = route.upstream().choose(List.of(first), System.nanoTime());
              return other == null ? Future.failedFuture(cause) : read(other, tag);
            });
  }

  private Future<Heard> read(Instance instance, @Nullable String tag) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(instance.host())
            .setPort(instance.port())
            .setURI("/q/openapi?format=json")
            .setTimeout(5_000)
            .putHeader("Accept", "application/json");
    if (tag != null) {
      options.putHeader("If-None-Match", tag);
    }
    return client
        .request(options)
        .compose(request -> request.send())
        .compose(response -> heard(response, tag));
  }

  private static Future<Heard> heard(HttpClientResponse response, @Nullable String tag) {
    return switch (response.statusCode()) {
      case 200 -> response.body().map(body -> new Heard(body, response.getHeader("ETag")));
      case NOT_MODIFIED -> Future.succeededFuture(new Heard(null, tag));
      default -> Future.failedFuture("status " + response.statusCode());
    };
  }
}
