package org.gonghui.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gonghui.acceptance.hostile.RawDoor.Reply;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;
import org.gonghui.acceptance.platform.Gateway;
import org.gonghui.acceptance.platform.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningPlatform.Provided.class)
class BadRequestsIT {
  private static final int AT_LEAST = Integer.getInteger("gonghui.bad-requests", 5_280);
  private static final long SEED = 20_170_101;
  private final EnumMap<Mischief, TreeMap<Integer, Integer>> counts = new EnumMap<>(Mischief.class);

  @Test
  void five_thousand_bad_requests_get_clear_problems_and_never_a_fault(RunningPlatform platform) {
    var gateway = platform.gateway();
    var door = new RawDoor(gateway);
    var complaints = new ConcurrentLinkedQueue<String>();
    var documents = documents(gateway);
    var operations =
        BadRequests.operations(documents).stream()
            .map(operation -> operation.method() + " " + operation.path())
            .toList();
    var requests =
        BadRequests.of(SEED, documents, Admission.learnt(door))
            .limit(Math.max(AT_LEAST, Mischief.values().length * operations.size()))
            .toList();

    Parallel.each(
        4,
        requests.stream(),
        request -> {
          var reply = send(door, request);
          count(request, reply);
          Verdict.on(request, reply).ifPresent(complaints::add);
        });

    counts.forEach((mischief, replies) -> System.out.println(mischief + " " + replies));
    assertThat(counts.values().stream().flatMap(r -> r.values().stream()).mapToInt(n -> n).sum())
        .isEqualTo(requests.size())
        .isGreaterThanOrEqualTo(5_000);
    assertThat(requests)
        .extracting(request -> request.method() + " " + request.route())
        .as("every operation of the documents is reached")
        .containsAll(operations);
    assertThat(complaints).isEmpty();
  }

  private static List<JsonNode> documents(Gateway gateway) {
    var services = Call.get(Caller.CITY_OFFICER, "/openapi/services.json");
    return gateway
        .require(services)
        .json()
        .valueStream()
        .map(service -> service.path("url").asText())
        .map(url -> gateway.require(Call.get(Caller.CITY_OFFICER, url)).json())
        .toList();
  }

  private static Reply send(RawDoor door, RawRequest request) {
    try {
      return door.send(request);
    } catch (IOException _) {
      return new Reply(0, "", "");
    }
  }

  private synchronized void count(RawRequest request, Reply reply) {
    counts
        .computeIfAbsent(request.mischief(), _ -> new TreeMap<>())
        .merge(reply.status(), 1, Integer::sum);
  }
}
