package org.gonghui.acceptance.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Log-ins of the demo accounts, renewed in time, and the partners' keys of the local platform. */
final class Credentials {
  private static final String FORM =
      "grant_type=password&client_id=gonghui-web&password=gonghui-demo&username=";
  private static final Duration MARGIN = Duration.ofMinutes(2);
  private final Place place;
  private final HttpClient http;
  private final ObjectMapper json;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  Credentials(Place place, HttpClient http, ObjectMapper json) {
    this.place = place;
    this.http = http;
    this.json = json;
  }

  void present(Caller caller, HttpRequest.Builder request) {
    switch (caller) {
      case Caller.User(var name) -> request.header("Authorization", "Bearer " + token(name));
      case Caller.Partner(var name) -> request.header("X-API-Key", key(name));
      case Caller.Stranger() -> {}
    }
  }

  String token(String user) {
    return tokens.compute(user, (name, old) -> old != null && old.isFresh() ? old : logIn(name))
        .text;
  }

  String key(String partner) {
    return keys.computeIfAbsent(partner, this::readKey);
  }

  private Token logIn(String user) {
    var request =
        HttpRequest.newBuilder(URI.create(place.issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(FORM + user))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "%s cannot log in: %d".formatted(user, answer.statusCode()));
      }
      var body = json.readTree(answer.body());
      var until = Instant.now().plusSeconds(body.path("expires_in").asLong()).minus(MARGIN);
      return new Token(body.path("access_token").asText(), until);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while logging in", cause);
    }
  }

  private String readKey(String partner) {
    return findKey(place.state().resolve("secrets/partner-keys.json"), partner);
  }

  private String findKey(Path file, String partner) {
    try {
      var key = json.readTree(Files.readAllBytes(file)).path(partner);
      if (key.isMissingNode()) {
        throw new IllegalStateException(file + " has no key of " + partner);
      }
      return text(key);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static String text(JsonNode key) {
    return key.isTextual() ? key.asText() : key.path("key").asText();
  }

  private record Token(String text, Instant freshUntil) {
    boolean isFresh() {
      return Instant.now().isBefore(freshUntil);
    }
  }
}
