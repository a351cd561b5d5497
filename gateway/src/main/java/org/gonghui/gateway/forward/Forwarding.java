package org.gonghui.gateway.forward;

import static org.gonghui.gateway.problem.Refusal.BODY_TOO_LARGE;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import org.gonghui.gateway.access.InternalTokenMint;
import org.gonghui.gateway.access.Passport;
import org.gonghui.gateway.problem.Names;
import org.gonghui.gateway.route.RequestTarget;
import org.gonghui.gateway.route.Route;
import org.jspecify.annotations.Nullable;

/** The side towards the services; one per event loop, with its own connections. */
public final class Forwarding {
  private static final int CONNECT_MILLIS = 2_000;

  private final HttpClient client;
  private final InternalTokenMint mint;

  public Forwarding(Vertx vertx, InternalTokenMint mint, int connections) {
    this.mint = mint;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(0)
                .setKeepAlive(true)
                .setKeepAliveTimeout(60)
                .setConnectTimeout(CONNECT_MILLIS)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(32_768)
                .setTcpNoDelay(true)
                .setTracingPolicy(TracingPolicy.IGNORE));
  }

  public void forward(Visit visit, RequestTarget target, Route route, @Nullable Passport passport) {
    var request = visit.request();
    var length = visit.bodyLength();
    if (length > route.maxBody()) {
      throw BODY_TOO_LARGE.because("The limit is " + route.maxBody() + " bytes");
    }
    route.slots().take();
    var attempts =
        new Attempts(
            client,
            new RequestOptions().setMethod(request.method()).setURI(target.uri()),
            route.upstream(),
            prepared -> prepare(prepared, visit, route, passport));
    var exchange = new Exchange(visit, route, attempts, length);
    visit.guest().begins(exchange);
    if (visit.isHttp2()) {
      request.response().exceptionHandler(_ -> exchange.clientLeft());
    }
    if (length != 0) {
      request.pause();
      if (request.headers().contains(Names.EXPECT)) {
        request.response().writeContinue();
      }
    }
    attempts.begin(exchange);
  }

  private void prepare(
      HttpClientRequest to, Visit visit, Route route, @Nullable Passport passport) {
    var headers = to.headers();
    var trace = visit.trace();
    Hygiene.copyInward(visit.request().headers(), headers);
    var authority = visit.isHttp2() ? visit.request().authority() : null;
    if (authority != null) {
      headers.set(Names.HOST, authority.toString());
    }
    if (passport != null) {
      headers.add(Names.AUTHORIZATION, mint.authorization(passport, route, trace.requestId()));
    }
    headers.add(Names.REQUEST_ID, trace.requestId());
    headers.add(Names.TRACEPARENT, trace.traceparent());
    if (trace.tracestate() != null) {
      headers.add(Names.TRACESTATE, trace.tracestate());
    }
  }
}
