package org.gonghui.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakServerTest {
  @TempDir static Path folder;

  static PostgresServer postgres;
  static KeycloakServer keycloak;

  @BeforeAll
  static void start() {
    postgres = PostgresServer.start(folder.resolve("postgres"), 0);
    var database = Database.withOneRole("keycloak", "secret");
    database.ensure(postgres.jdbcUrl("postgres"), PostgresServer.ADMIN, postgres.adminPassword());
    var settings =
        new KeycloakServer.Settings(
            folder.resolve("keycloak"),
            Ports.free(),
            postgres.jdbcUrl("keycloak"),
            database.owner(),
            Path.of("../keycloak/gonghui-realm.json"),
            Map.of(
                "GONGHUI_PERSON_KEY_MEMBER", "the-key-of-a-member",
                "GONGHUI_PERSON_KEY_MEMBER2", "the-key-of-another",
                "GONGHUI_AID_CLIENT_SECRET", "aid-secret"),
            320);
    keycloak = KeycloakServer.start(settings, Artifacts.fromMaven());
  }

  @AfterAll
  static void stop() {
    keycloak.close();
    postgres.close();
  }

  @Test
  void an_officer_s_token_names_role_area_and_audience() throws Exception {
    var claims = claims(login("officer.yuecheng"));

    assertThat(claims.at("/preferred_username").asText()).isEqualTo("officer.yuecheng");
    assertThat(texts(claims.at("/realm_access/roles"))).contains("officer");
    assertThat(claims.at("/area").asText()).isEqualTo("330602");
    assertThat(texts(claims.at("/aud"))).contains("gonghui");
    assertThat(claims.at("/iss").asText()).isEqualTo(keycloak.issuer());
    assertThat(claims.at("/sub").asText()).isNotEmpty();
    assertThat(claims.at("/exp").asLong() - claims.at("/iat").asLong()).isEqualTo(1800);
  }

  @Test
  void a_clerk_s_token_names_the_employer() throws Exception {
    var claims = claims(login("clerk.demo"));

    assertThat(claims.at("/employer").asText()).isEqualTo("91330600MA2A000160");
    assertThat(claims.at("/area").asText()).isEqualTo("330602001");
  }

  @Test
  void a_member_s_token_carries_the_person_key_that_the_launcher_computed() throws Exception {
    assertThat(claims(login("member.demo")).at("/person_key").asText())
        .isEqualTo("the-key-of-a-member");
  }

  @Test
  void the_aid_service_gets_a_token_with_its_scope() throws Exception {
    var claims =
        claims(
            token("grant_type=client_credentials&client_id=aid-service&client_secret=aid-secret"));

    assertThat(List.of(claims.at("/scope").asText().split(" ")))
        .contains("mutual-insurance:bills:reserve");
    assertThat(texts(claims.at("/aud"))).contains("gonghui");
  }

  @Test
  void a_user_cannot_change_the_own_area() throws Exception {
    var token = login("officer.yuecheng").at("/access_token").asText();
    var change =
        HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/account"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"username\":\"officer.yuecheng\",\"attributes\":{\"area\":[\"3306\"]}}"));

    try (var http = HttpClient.newHttpClient()) {
      var unused = http.send(change.build(), HttpResponse.BodyHandlers.discarding());
    }

    assertThat(claims(login("officer.yuecheng")).at("/area").asText()).isEqualTo("330602");
  }

  private static JsonNode login(String user) throws Exception {
    return token(
        "grant_type=password&client_id=gonghui-web&scope=openid&password=gonghui-demo&username="
            + user);
  }

  private static JsonNode token(String form) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return new ObjectMapper().readTree(answer.body());
    }
  }

  private static JsonNode claims(JsonNode answer) throws Exception {
    var payload = answer.at("/access_token").asText().split("\\.")[1];
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(payload));
  }

  private static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    if (node.isArray()) {
      node.forEach(each -> texts.add(each.asText()));
    } else {
      texts.add(node.asText());
    }
    return texts;
  }
}
