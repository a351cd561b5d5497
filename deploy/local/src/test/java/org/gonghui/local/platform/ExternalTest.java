package org.gonghui.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalTest {
  @Test
  void nothing_in_the_environment_means_our_own_servers() {
    var external = External.from(Map.of());

    assertThat(external.postgres()).isEmpty();
    assertThat(external.kafka()).isEmpty();
    assertThat(external.oidcIssuer()).isEmpty();
  }

  @Test
  void a_database_is_found_on_the_server_that_the_environment_names() {
    var external =
        External.from(
            Map.of(
                "GONGHUI_POSTGRES_URL", "jdbc:postgresql://db.example.org:5432/postgres?ssl=true",
                "GONGHUI_POSTGRES_USER", "root"));

    assertThat(external.postgres().orElseThrow().urlOf("aid"))
        .isEqualTo("jdbc:postgresql://db.example.org:5432/aid?ssl=true");
  }
}
