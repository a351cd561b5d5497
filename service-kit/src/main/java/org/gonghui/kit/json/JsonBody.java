package org.gonghui.kit.json;

import static org.gonghui.kit.problem.HttpProblems.TOO_LARGE;
import static org.gonghui.kit.problem.Problems.INVALID;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.DigestInputStream;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads a JSON body whole, within its limit, and tells all of its faults at once. */
@Provider
public class JsonBody implements ReaderInterceptor {
  private final BodyDigest digest;
  private final int maxBytes;

  JsonBody(
      BodyDigest digest,
      @ConfigProperty(name = "gonghui.json.max-bytes", defaultValue = "4194304") int maxBytes) {
    this.digest = digest;
    this.maxBytes = maxBytes;
  }

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!isJson(context.getMediaType())) {
      context.setInputStream(new DigestInputStream(context.getInputStream(), digest.running()));
      return context.proceed();
    }
    var body = context.getInputStream().readNBytes(maxBytes + 1);
    if (body.length > maxBytes) {
      throw TOO_LARGE.because("a JSON body has at most %d bytes", maxBytes);
    }
    digest.running().update(body);
    context.setInputStream(new ByteArrayInputStream(body));
    return bind(context, body);
  }

  private static @Nullable Object bind(ReaderInterceptorContext context, byte[] body)
      throws IOException {
    List<Fault> faults = JsonFaults.newCollection();
    try {
      faults.addAll(body.length == 0 ? List.of() : JsonScan.faultsOf(body));
      var bound = ScopedValue.where(JsonFaults.COLLECTED, faults).call(context::proceed);
      if (faults.isEmpty()) {
        return bound;
      }
    } catch (IOException | RuntimeException failure) {
      faults.addAll(faultsOf(failure, faults.isEmpty()));
    }
    throw refusal(faults);
  }

  /** What a half-bound record threw because of an earlier fault is no news. */
  private static List<Fault> faultsOf(Exception failure, boolean isFirst) throws IOException {
    var refusal = JsonRefusals.in(failure);
    if (refusal.isPresent()) {
      var told = refusal.get().faults();
      return isFirst || failure instanceof JacksonException ? told : List.of();
    }
    if (!isFirst) {
      return List.of();
    }
    switch (failure) {
      case IOException unread -> throw unread;
      case RuntimeException unread -> throw unread;
      default -> throw new IllegalStateException(failure);
    }
  }

  private static Problem refusal(List<Fault> faults) {
    var ordered = faults.stream().distinct().sorted(Comparator.comparing(Fault::pointer)).toList();
    return INVALID.because("see errors").and(ordered);
  }

  private static boolean isJson(@Nullable MediaType type) {
    return type == null || type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
  }
}
