package org.gonghui.acceptance.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;

/** The one door of the platform; what is busy or just restarting is asked again. */
public final class Gateway {
  /** Some minutes: so long may a service take to come back after a crash on a busy machine. */
  private static final int ATTEMPTS = 60;

  private static final Duration TIMEOUT = Duration.ofSeconds(120);
  private final Place place;
  private final HttpClient http;
  private final Credentials credentials;

  public Gateway(Place place) {
    this.place = place;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    credentials = new Credentials(place, http, new ObjectMapper());
  }

  public Place place() {
    return place;
  }

  /** The call's answer; a refusal is a failure. */
  public Answer require(Call call) {
    return patiently(call).require();
  }

  /** The call's answer, whatever it is, after waiting out faults that pass. */
  public Answer patiently(Call call) {
    for (var attempt = 1; ; attempt++) {
      try {
        var answer = once(call);
        if (!isPassing(answer) || attempt == ATTEMPTS) {
          return answer;
        }
      } catch (IOException cause) {
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException(name(call) + " got no answer", cause);
        }
      }
      pause(Duration.ofMillis(Math.min(5_000, 100L << Math.min(attempt, 6))));
    }
  }

  /** Asks one single time. */
  public Answer once(Call call) throws IOException {
    var body = call.body();
    var request =
        HttpRequest.newBuilder(URI.create(place.gateway() + call.path()))
            .timeout(TIMEOUT)
            .method(
                call.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    call.headers().forEach(request::header);
    credentials.present(call.caller(), request);
    try {
      var answer = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(name(call), answer.statusCode(), answer.headers(), answer.body());
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(name(call) + " was interrupted", cause);
    }
  }

  public String token(String user) {
    return credentials.token(user);
  }

  public String key(String partner) {
    return credentials.key(partner);
  }

  public static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", cause);
    }
  }

  private static boolean isPassing(Answer answer) {
    return switch (answer.status()) {
      case 429, 502, 503, 504 -> true;
      case 409 ->
          answer.code().contains("IDEMPOTENCY") || answer.code().equals("REQUEST_IN_PROGRESS");
      default -> false;
    };
  }

  private static String name(Call call) {
    return call.method() + " " + call.path();
  }
}
