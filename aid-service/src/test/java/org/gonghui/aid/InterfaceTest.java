package org.gonghui.aid;

import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import org.gonghui.aid.jobaid.placement.PlacementEvent;
import org.gonghui.aid.lead.LeadEvent;
import org.gonghui.kit.testing.snapshot.AsyncApiSnapshot;
import org.gonghui.kit.testing.snapshot.OpenApiSnapshot;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InterfaceTest {
  @Test
  void the_operations_are_those_of_the_committed_document() {
    OpenApiSnapshot.check();
  }

  @Test
  void the_events_are_those_of_the_committed_document() {
    AsyncApiSnapshot.check("aid", LeadEvent.class, PlacementEvent.class);
  }

  @Test
  void a_frontend_can_draw_the_life_of_a_lead() {
    anOfficer("3306")
        .request()
        .get("/api/aid/v1/state-machines")
        .then()
        .statusCode(200)
        .body("name", hasItem("lead"));
  }
}
