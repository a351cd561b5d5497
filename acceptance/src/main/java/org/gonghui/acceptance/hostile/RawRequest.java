package org.gonghui.acceptance.hostile;

import java.util.SequencedMap;
import org.gonghui.acceptance.platform.Caller;

/** A request to the byte: nothing between its maker and the wire corrects it. */
public record RawRequest(
    Mischief mischief,
    Caller caller,
    String method,
    String route,
    String target,
    SequencedMap<String, String> headers,
    byte[] body) {
  RawRequest with(String header, String value) {
    var more = new java.util.LinkedHashMap<>(headers);
    more.put(header, value);
    return new RawRequest(mischief, caller, method, route, target, more, body);
  }

  RawRequest without(String header) {
    var fewer = new java.util.LinkedHashMap<>(headers);
    fewer.remove(header);
    return new RawRequest(mischief, caller, method, route, target, fewer, body);
  }

  RawRequest to(String other) {
    return new RawRequest(mischief, caller, method, route, other, headers, body);
  }

  RawRequest by(Caller other) {
    return new RawRequest(mischief, other, method, route, target, headers, body);
  }

  RawRequest saying(byte[] other) {
    return new RawRequest(mischief, caller, method, route, target, headers, other);
  }

  RawRequest asking(String other) {
    return new RawRequest(mischief, caller, other, route, target, headers, body);
  }
}
