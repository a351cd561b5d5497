package org.gonghui.gateway;

import static org.gonghui.gateway.stage.Ops.MAKER;
import static org.gonghui.gateway.stage.Ops.get;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.gonghui.gateway.key.KeyEvent;
import org.gonghui.gateway.stage.Stage;
import org.gonghui.kit.testing.snapshot.AsyncApiSnapshot;
import org.gonghui.kit.testing.snapshot.OpenApiSnapshot;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class InterfaceTest {
  @Test
  void the_operations_are_those_of_the_committed_document() {
    OpenApiSnapshot.check();
  }

  @Test
  void the_events_are_those_of_the_committed_document() {
    AsyncApiSnapshot.check("gateway", KeyEvent.class);
  }

  @Test
  void a_frontend_can_draw_the_lives_of_partners_and_keys() {
    get(MAKER, "/state-machines").statusCode(200).body("name", hasItems("partner", "partner-key"));
  }
}
