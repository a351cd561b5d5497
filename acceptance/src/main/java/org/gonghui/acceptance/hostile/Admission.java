package org.gonghui.acceptance.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gonghui.acceptance.platform.Caller;

/** Which callers an operation lets in, found out by a request that is wrong for everybody. */
public interface Admission {
  List<Caller> to(String method, String path);

  /** Everybody may try everything. */
  static Admission unknown() {
    return (_, _) -> List.of();
  }

  /** Asks the platform once for each operation and caller. */
  static Admission learnt(RawDoor door) {
    Map<String, List<Caller>> known = new TreeMap<>();
    return (method, path) ->
        known.computeIfAbsent(
            method + path,
            _ ->
                BadRequests.CALLERS.stream()
                    .filter(caller -> isAdmitted(door, method, path, caller))
                    .toList());
  }

  private static boolean isAdmitted(RawDoor door, String method, String path, Caller caller) {
    var target = path.replaceAll("\\{[^}]*}", "x") + "?unheardOf=1";
    var headers = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
    var probe =
        new RawRequest(Mischief.UNKNOWN_QUERY, caller, method, path, target, headers, new byte[0]);
    try {
      return door.send(probe).status() != 403;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
