package org.gonghui.gateway.door;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.AsyncResult;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.gonghui.gateway.access.Admission;
import org.gonghui.gateway.access.Admission.Answer;
import org.gonghui.gateway.access.InternalTokenMint;
import org.gonghui.gateway.access.Passport;
import org.gonghui.gateway.forward.Forwarding;
import org.gonghui.gateway.forward.Guest;
import org.gonghui.gateway.forward.Trace;
import org.gonghui.gateway.forward.Visit;
import org.gonghui.gateway.problem.Refusal;
import org.gonghui.gateway.problem.Refused;
import org.gonghui.gateway.route.RequestTarget;
import org.gonghui.gateway.route.Route;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One event loop's share of the listening side; everything in it is touched by that loop alone. */
final class Door extends AbstractVerticle {
  private static final Logger LOG = Logger.getLogger(Door.class);
  private static final int SWEEP_MILLIS = 250;

  private final House house;
  private final HttpServerOptions options;
  private final Entry entry;
  private final Cors cors;
  private final Admission admission;
  private final Map<HttpConnection, Guest> guests = new IdentityHashMap<>();
  private final SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
  private @Nullable Forwarding forwarding;

  Door(House house, HttpServerOptions options) {
    this.house = house;
    this.options = options;
    this.entry = new Entry(house.settings().hosts().orElse(null));
    this.cors = new Cors(house.settings().cors().origins().orElse(Set.of()));
    this.admission = new Admission(house.tokens(), house.keys());
  }

  @Override
  public void start(Promise<Void> started) {
    forwarding =
        new Forwarding(
            vertx,
            new InternalTokenMint(house.settings(), house.clock()),
            house.settings().connectionsPerLoop());
    vertx.setPeriodic(SWEEP_MILLIS, _ -> sweep());
    vertx
        .createHttpServer(options)
        .connectionHandler(this::arrived)
        .requestHandler(this::receive)
        .invalidRequestHandler(this::receiveMalformed)
        .exceptionHandler(cause -> LOG.debug("A connection broke", cause))
        .listen()
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void arrived(HttpConnection connection) {
    StrictDecoder.installOn(connection, options);
    var address = connection.remoteAddress().hostAddress();
    guests.put(connection, new Guest(connection, house.clients().at(address), System.nanoTime()));
    connection.closeHandler(
        _ -> {
          var guest = guests.remove(connection);
          if (guest != null) {
            guest.left();
          }
        });
  }

  private void sweep() {
    var now = System.nanoTime();
    var idle = house.settings().idle().toNanos();
    var stall = house.settings().bodyStall().toNanos();
    var leaving = house.pages().isDraining();
    for (var guest : guests.values().toArray(Guest[]::new)) {
      guest.sweep(now, idle, stall);
      if (leaving) {
        guest.askToLeave();
      }
    }
  }

  private Visit visit(HttpServerRequest request) {
    var guest = Objects.requireNonNull(guests.get(request.connection()));
    var trace = Trace.of(request.headers(), random);
    var client = house.clients().behind(guest.peer(), request.headers());
    var visit = new Visit(request, trace, guest, client);
    visit.greet();
    if (house.pages().isDraining()) {
      visit.isTheLast();
    }
    return visit;
  }

  private void receiveMalformed(HttpServerRequest request) {
    var visit = visit(request);
    if (visit.guest().isTurnedAway()) {
      return;
    }
    visit.refuse(Entry.malformed(request.decoderResult().cause()));
  }

  private void receive(HttpServerRequest request) {
    var visit = visit(request);
    if (visit.guest().isTurnedAway()) {
      return;
    }
    guarded(visit, () -> pass(visit));
  }

  private void guarded(Visit visit, Runnable step) {
    try {
      step.run();
    } catch (Refused refused) {
      visit.refuse(refused);
    } catch (RuntimeException cause) {
      LOG.errorf(cause, "Request %s failed inside the gateway", visit.trace().requestId());
      visit.refuse(Refusal.INTERNAL.because("The fault is logged under the trace id"));
    }
  }

  private void pass(Visit visit) {
    var request = visit.request();
    entry.check(request);
    if (cors.answers(visit)) {
      return;
    }
    var target = RequestTarget.of(request.uri());
    var path = target.path();
    if (house.pages().answers(visit, path)) {
      return;
    }
    var route = house.routes().require(path);
    switch (admit(visit, route, path)) {
      case Answer.Known(var passport) -> enter(visit, target, route, passport);
      case Answer.Anybody() -> enterUnknown(visit, target, route);
      case Answer.Unknown(var future) -> {
        request.pause();
        future.onComplete(
            learnt ->
                context.runOnContext(
                    _ -> guarded(visit, () -> enterLearnt(visit, target, route, learnt))));
      }
    }
  }

  /** Whoever fails to say who they are counts against their address. */
  private Answer admit(Visit visit, Route route, String path) {
    try {
      return admission.admit(
          visit.request().headers(), visit.client(), route, path, house.clock().millis());
    } catch (Refused refused) {
      visit.client().spend();
      throw refused;
    }
  }

  private void enterLearnt(
      Visit visit, RequestTarget target, Route route, AsyncResult<Passport> learnt) {
    if (learnt.succeeded()) {
      enter(visit, target, route, learnt.result());
      return;
    }
    visit.client().spend();
    throw learnt.cause() instanceof Refused refused
        ? refused
        : Refusal.INTERNAL.because("The token could not be checked");
  }

  private void enter(Visit visit, RequestTarget target, Route route, Passport passport) {
    passport.spend(route, visit.request().response().headers(), house.clock().millis());
    visit.client().spend();
    forwarding().forward(visit, target, route, passport);
  }

  private void enterUnknown(Visit visit, RequestTarget target, Route route) {
    visit.client().spend();
    forwarding().forward(visit, target, route, null);
  }

  private Forwarding forwarding() {
    return Objects.requireNonNull(forwarding);
  }
}
