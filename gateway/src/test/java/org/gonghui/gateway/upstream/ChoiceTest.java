package org.gonghui.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which instance takes the next request. */
class ChoiceTest {
  private static final long SECOND = 1_000_000_000L;

  private final Upstream upstream =
      new Upstream(List.of(URI.create("http://10.0.0.1:8081"), URI.create("http://10.0.0.2:8081")));

  private Instance instance(int index) {
    return upstream.instances().get(index);
  }

  private static void eject(Instance instance) {
    for (var i = 0; i < 5; i++) {
      instance.failed(0);
    }
  }

  @Test
  void the_less_busy_of_two_takes_it() {
    instance(0).begins();

    for (var i = 0; i < 50; i++) {
      assertThat(upstream.choose(List.of(), 0)).isSameAs(instance(1));
    }
  }

  @Test
  void equally_busy_ones_share() {
    var chosen = new HashSet<Instance>();

    for (var i = 0; i < 200; i++) {
      chosen.add(Objects.requireNonNull(upstream.choose(List.of(), 0)));
    }

    assertThat(chosen).hasSize(2);
  }

  @Test
  void a_second_try_goes_elsewhere() {
    assertThat(upstream.choose(List.of(instance(0)), 0)).isSameAs(instance(1));
    assertThat(upstream.choose(upstream.instances(), 0)).isNull();
  }

  @Test
  void an_ejected_one_gets_nothing_but_a_look_now_and_then() {
    eject(instance(0));

    assertThat(upstream.choose(List.of(), SECOND / 2)).isSameAs(instance(1));
    assertThat(upstream.choose(List.of(), SECOND + 10)).isSameAs(instance(0));
    assertThat(upstream.choose(List.of(), SECOND + 20)).isSameAs(instance(1));
  }

  @Test
  void with_all_ejected_nobody_is_asked_in_vain() {
    eject(instance(0));
    eject(instance(1));

    assertThat(upstream.choose(List.of(), SECOND / 2)).isNull();
    assertThat(upstream.choose(List.of(), SECOND + 10)).isNotNull();
  }

  @Test
  void the_only_instance_has_a_circuit_too() {
    var single = new Upstream(List.of(URI.create("http://10.0.0.1")));
    var only = single.instances().getFirst();
    assertThat(only.port()).isEqualTo(80);
    eject(only);

    assertThat(single.choose(List.of(), SECOND / 2)).isNull();
    assertThat(single.choose(List.of(), SECOND + 10)).isSameAs(only);
    only.answered();
    assertThat(single.choose(List.of(), SECOND + 20)).isSameAs(only);
  }

  @Test
  void one_that_is_not_ready_is_asked_only_when_nobody_is() {
    instance(0).setReady(false);
    assertThat(upstream.choose(List.of(), 0)).isSameAs(instance(1));

    instance(1).setReady(false);

    assertThat(upstream.choose(List.of(), 0)).isNotNull();
  }

  @Test
  void of_a_name_every_address_is_an_instance_and_known_ones_keep_their_standing() {
    var named = new Upstream(List.of(URI.create("dns://venue.invalid:8085")));
    named.refresh(_ -> Optional.of(List.of("10.0.0.1", "10.0.0.2")));
    assertThat(named.instances())
        .extracting(Instance::toString)
        .containsExactly("10.0.0.1:8085", "10.0.0.2:8085");
    eject(named.instances().get(1));

    named.refresh(_ -> Optional.of(List.of("10.0.0.2", "10.0.0.3")));

    assertThat(named.instances())
        .extracting(Instance::toString)
        .containsExactly("10.0.0.2:8085", "10.0.0.3:8085");
    assertThat(named.instances().getFirst().isEjected()).isTrue();
  }

  @Test
  void with_the_name_server_away_the_last_answer_stays_in_force() {
    var named = new Upstream(List.of(URI.create("dns://venue.invalid:8085")));
    named.refresh(_ -> Optional.of(List.of("10.0.0.1")));

    named.refresh(_ -> Optional.empty());

    assertThat(named.instances()).extracting(Instance::toString).containsExactly("10.0.0.1:8085");
  }

  @Test
  void the_system_is_asked_for_names() {
    var local = new Upstream(List.of(URI.create("dns://localhost:8085")));

    assertThat(local.instances()).extracting(Instance::toString).contains("127.0.0.1:8085");
  }
}
