package org.gonghui.kit.json;

import static org.gonghui.kit.problem.HttpProblems.TOO_LARGE;
import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
  private final FaultSearch search;
  private final int maxBytes;

  JsonBody(
      BodyDigest digest,
      FaultSearch search,
      @ConfigProperty(name = "gonghui.json.max-bytes", defaultValue = "4194304") int maxBytes) {
    this.digest = digest;
    this.search = search;
    this.maxBytes = maxBytes;
  }

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!isJson(context.getMediaType())) {
      var body = new DigestInputStream(context.getInputStream(), digest.running());
      context.setInputStream(context.getType() == InputStream.class ? Spool.of(body) : body);
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

  private @Nullable Object bind(ReaderInterceptorContext context, byte[] body) throws IOException {
    try {
      var texts = body.length == 0 ? List.<Fault>of() : JsonScan.faultsOf(body);
      if (!texts.isEmpty()) {
        throw refusal(texts);
      }
      return context.proceed();
    } catch (IOException | WebApplicationException failure) {
      var first = JsonRefusals.in(failure);
      if (first.isEmpty()) {
        throw failure;
      }
      throw first.get().faults().getFirst().code().equals(JsonRefusals.MALFORMED)
          ? first.get()
          : refusal(search.in(body, context.getGenericType()));
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
