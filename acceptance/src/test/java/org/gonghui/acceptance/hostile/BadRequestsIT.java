package org.gonghui.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
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
  private static final int REQUESTS = Integer.getInteger("gonghui.bad-requests", 5_280);
  private static final long SEED = 20_170_101;
  private final EnumMap<Mischief, TreeMap<Integer, Integer>> counts = new EnumMap<>(Mischief.class);

  @Test
  void five_thousand_bad_requests_get_clear_problems_and_never_a_fault(RunningPlatform platform) {
    var gateway = platform.gateway();
    var door = new RawDoor(gateway);
    var complaints = new ConcurrentLinkedQueue<String>();

    Parallel.each(
        4,
        BadRequests.of(SEED, documents(gateway), Admission.learnt(door))
            .limit(REQUESTS)
            .toList()
            .stream(),
        request -> {
          var reply = send(door, request);
          count(request, reply);
          Verdict.on(request, reply).ifPresent(complaints::add);
        });

    counts.forEach((mischief, replies) -> System.out.println(mischief + " " + replies));
    assertThat(counts.values().stream().flatMap(r -> r.values().stream()).mapToInt(n -> n).sum())
        .isEqualTo(REQUESTS)
        .isGreaterThanOrEqualTo(5_000);
    assertThat(complaints).isEmpty();
  }

  private static List<JsonNode> documents(Gateway gateway) {
    return Stream.of("mutual-insurance", "aid")
        .map(service -> "/openapi/" + service + ".json")
        .map(path -> gateway.require(Call.get(Caller.CITY_OFFICER, path)).json())
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
