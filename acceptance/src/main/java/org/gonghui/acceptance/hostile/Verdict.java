package org.gonghui.acceptance.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.gonghui.acceptance.hostile.RawDoor.Reply;

/** Whether a bad request got the answer that it deserves. */
public final class Verdict {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Verdict() {}

  /** The complaint about the reply, if there is one. */
  public static Optional<String> on(RawRequest request, Reply reply) {
    return complaint(request, reply)
        .map(
            what ->
                "%s: %s %s as %s got %d %s: %s"
                    .formatted(
                        request.mischief(),
                        request.method(),
                        shorten(request.target()),
                        request.caller(),
                        reply.status(),
                        what,
                        shorten(reply.body())));
  }

  private static Optional<String> complaint(RawRequest request, Reply reply) {
    if (reply.status() >= 500) {
      return Optional.of("a server fault");
    }
    if (reply.status() == 0) {
      return request.mischief() == Mischief.HUGE_BODY ? Optional.empty() : Optional.of("no answer");
    }
    if (reply.body().contains(Spoiler.PLANTED)) {
      return Optional.of("an echo of the identity number");
    }
    if (reply.status() < 400) {
      return request.mischief().isAlwaysWrong() ? Optional.of("a good answer") : Optional.empty();
    }
    return isProblem(reply) ? Optional.empty() : Optional.of("no problem document");
  }

  private static boolean isProblem(Reply reply) {
    var body = json(reply);
    return reply.contentType().startsWith("application/problem+json")
        && body.path("code").asText().matches("[A-Z][A-Z0-9_]+")
        && body.path("status").asInt() == reply.status()
        && body.path("traceId").asText().matches("[0-9a-f]{32}")
        && !body.path("title").asText().isBlank();
  }

  private static JsonNode json(Reply reply) {
    var from = reply.body().indexOf('{');
    var until = reply.body().lastIndexOf('}');
    try {
      return from < 0 || until < from
          ? MissingNode.getInstance()
          : JSON.readTree(reply.body().substring(from, until + 1));
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  private static String shorten(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.substring(0, Math.min(300, line.length()));
  }
}
