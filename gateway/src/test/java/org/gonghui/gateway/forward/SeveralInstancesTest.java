package org.gonghui.gateway.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gonghui.gateway.stage.Knock.bearer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.gateway.route.RouteTable;
import org.gonghui.gateway.stage.Answer;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Stage;
import org.gonghui.gateway.upstream.Instance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service of which two instances live and a third does not. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class SeveralInstancesTest {
  private static final String PATH = "/api/venue/v1/venues";
  private static final int REQUESTS = 40;

  @Inject RouteTable routes;
  @Inject InstanceWatch watch;

  private List<Instance> instances() {
    return routes.require(PATH).upstream().instances();
  }

  @BeforeEach
  @AfterEach
  void begin() {
    Stage.SECOND.hangsUp = false;
    Stage.SECOND.ready = true;
    Stage.SECOND.received.clear();
    Stage.THIRD.received.clear();
    instances().forEach(Instance::answered);
    instances().forEach(instance -> instance.setReady(true));
  }

  private static int received() {
    return Stage.SECOND.received.size() + Stage.THIRD.received.size();
  }

  private static Answer post() {
    return Knock.raw(
        "POST "
            + PATH
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nConnection: close\r\n"
            + bearer(Stage.ISSUER.token())
            + "\r\n\r\nhello");
  }

  private static List<Integer> statuses(boolean posting) {
    var token = bearer(Stage.ISSUER.token());
    var statuses = new ArrayList<Integer>();
    for (var i = 0; i < REQUESTS; i++) {
      statuses.add(posting ? post().status() : Knock.get(PATH, token).status());
    }
    return statuses;
  }

  @Test
  void where_no_connection_is_taken_the_next_one_is_asked_for_every_method() {
    assertThat(statuses(true)).containsOnly(200);

    assertThat(received()).isEqualTo(REQUESTS);
    assertThat(Stage.SECOND.received).isNotEmpty();
    assertThat(Stage.THIRD.received).isNotEmpty();
    assertThat(instances().get(2).inFlight()).isZero();
  }

  @Test
  void what_only_reads_is_asked_again_when_an_instance_hangs_up() {
    Stage.SECOND.hangsUp = true;

    var statuses = statuses(false);

    assertThat(statuses).containsOnly(200);
    assertThat(Stage.THIRD.received).hasSize(REQUESTS);
    assertThat(Stage.SECOND.received).isNotEmpty();
  }

  @Test
  void what_writes_is_never_sent_twice() {
    Stage.SECOND.hangsUp = true;

    var statuses = statuses(true);

    assertThat(statuses).containsOnly(200, 502);
    assertThat(received()).isEqualTo(REQUESTS);
    assertThat(statuses.stream().filter(status -> status == 502).count())
        .isEqualTo(Stage.SECOND.received.size());
  }

  @Test
  void an_instance_that_always_hangs_up_is_ejected() {
    Stage.SECOND.hangsUp = true;

    await().until(() -> statuses(true).contains(502) && instances().getFirst().isEjected());

    assertThat(instances().get(1).isEjected()).isFalse();
  }

  @Test
  void an_instance_that_is_about_to_stop_gets_no_more() {
    Stage.SECOND.ready = false;
    watch.look();
    await().until(() -> !instances().getFirst().isReady() && !instances().get(2).isReady());

    assertThat(statuses(true)).containsOnly(200);

    assertThat(Stage.SECOND.received.stream()).isEmpty();
    Stage.SECOND.ready = true;
    watch.look();
    await().until(() -> instances().getFirst().isReady());
  }

  @Test
  void a_client_that_leaves_leaves_nothing_behind() throws Exception {
    try (var socket = Knock.connect()) {
      var request =
          "GET /api/venue/v1/hangs HTTP/1.1\r\nHost: localhost\r\n"
              + bearer(Stage.ISSUER.token())
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      await().until(() -> instances().stream().mapToInt(Instance::inFlight).sum() == 1);
    }

    await().until(() -> instances().stream().mapToInt(Instance::inFlight).sum() == 0);
  }
}
