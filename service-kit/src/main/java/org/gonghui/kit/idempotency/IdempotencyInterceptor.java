package org.gonghui.kit.idempotency;

import static org.gonghui.kit.idempotency.IdempotencyProblems.KEY_INVALID;
import static org.gonghui.kit.idempotency.IdempotencyProblems.KEY_MISSING;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.regex.Pattern;
import org.gonghui.kit.idempotency.KeyedAnswers.Key;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.json.BodyDigest;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/**
 * Stands just inside the transaction of a POST: takes the key first, lets the method run, and keeps
 * its answer, so that all three commit or vanish together.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 210)
public class IdempotencyInterceptor {
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern USABLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final KeyedAnswers answers;
  private final Caller caller;
  private final BodyDigest body;
  private final ObjectMapper json;
  private final TransactionSynchronizationRegistry transactions;

  IdempotencyInterceptor(
      KeyedAnswers answers,
      Caller caller,
      BodyDigest body,
      ObjectMapper json,
      TransactionSynchronizationRegistry transactions) {
    this.answers = answers;
    this.caller = caller;
    this.body = body;
    this.json = json;
    this.transactions = transactions;
  }

  @AroundInvoke
  @Nullable Object once(InvocationContext call) throws Exception {
    var request = CurrentRequestManager.get();
    if (request == null || !request.getMethod().equals("POST")) {
      return call.proceed();
    }
    var key = request.getHttpHeaders().getHeaderString(HEADER);
    if (key == null) {
      if (isRequired(call.getMethod())) {
        throw KEY_MISSING.because("send a new random %s with each new request", HEADER);
      }
      return call.proceed();
    }
    if (!USABLE.matcher(key).matches()) {
      throw KEY_INVALID.at(HEADER, "1 to 255 visible ASCII characters");
    }
    requireTransaction(call.getMethod());
    var owned = new Key(caller.subject(), routeOf(call.getMethod()), key);
    return once(call, owned, Fingerprint.of(request, body));
  }

  private @Nullable Object once(InvocationContext call, Key key, byte[] fingerprint)
      throws Exception {
    var before = answers.take(key, fingerprint);
    if (before.isPresent()) {
      throw new Replay(before.get().again(json));
    }
    var result = call.proceed();
    answers.keep(key, Answer.of(result, call.getMethod(), json));
    return result;
  }

  private void requireTransaction(Method method) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("%s is @Idempotent but not @Transactional".formatted(method));
    }
  }

  private static boolean isRequired(Method method) {
    var own = method.getAnnotation(Idempotent.class);
    var ofClass = method.getDeclaringClass().getAnnotation(Idempotent.class);
    return own != null ? own.required() : ofClass != null && ofClass.required();
  }

  private static String routeOf(Method method) {
    return pathOf(method.getDeclaringClass().getAnnotation(Path.class))
        + pathOf(method.getAnnotation(Path.class));
  }

  private static String pathOf(@Nullable Path path) {
    return path == null ? "" : "/" + path.value();
  }
}
