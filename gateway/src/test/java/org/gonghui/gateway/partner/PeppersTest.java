package org.gonghui.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeppersTest {
  private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String NEW = Base64.getEncoder().encodeToString("new".repeat(11).getBytes());

  @Test
  void new_keys_take_the_newest_pepper_and_old_ones_keep_theirs() {
    var before = new Peppers(List.of(OLD));
    var after = new Peppers(List.of("2:" + NEW, "1:" + OLD));

    assertThat(before.newest()).isEqualTo(1);
    assertThat(after.newest()).isEqualTo(2);
    assertThat(after.hash(1, "secret")).isEqualTo(before.hash(1, "secret")).hasSize(32);
    assertThat(after.hash(2, "secret")).isNotEqualTo(after.hash(1, "secret")).hasSize(32);
  }

  @Test
  void a_pepper_that_is_gone_hashes_to_nothing() {
    assertThat(new Peppers(List.of("2:" + NEW)).hash(1, "secret")).isEmpty();
  }

  @Test
  void peppers_are_long_and_have_versions_of_their_own() {
    assertThatThrownBy(() -> new Peppers(List.of("cGVwcGVy"))).hasMessageContaining("32 bytes");
    assertThatThrownBy(() -> new Peppers(List.of(OLD, "1:" + NEW)))
        .hasMessageContaining("versions");
  }
}
