package org.gonghui.kit.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** The caller of this request, read from the token that the gateway made for it. */
@RequestScoped
@Unremovable
public class TokenCaller implements Caller {
  /** An area that no record lies in, for callers without one. */
  private static final String NOWHERE = "-";

  private final SecurityIdentity identity;
  private final String unnamedRequest = UUID.randomUUID().toString();

  TokenCaller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Whether a token was sent at all; public endpoints have callers without one. */
  boolean isKnown() {
    return token() != null;
  }

  @Override
  public Kind kind() {
    return claim("kind").map(Kind::valueOf).orElse(Kind.USER);
  }

  @Override
  public String subject() {
    return claim("sub").orElse("anonymous");
  }

  @Override
  public String name() {
    return claim("upn").orElseGet(this::subject);
  }

  @Override
  public Set<String> roles() {
    return Set.copyOf(identity.getRoles());
  }

  @Override
  public String area() {
    return claim("area").filter(area -> !area.isBlank()).orElse(NOWHERE);
  }

  @Override
  public Optional<PersonKey> personKey() {
    return claim("person_key").map(PersonKey::of);
  }

  @Override
  public Optional<CreditCode> employer() {
    return claim("employer").map(CreditCode::of);
  }

  @Override
  public List<String> providers() {
    var token = token();
    var codes = token == null ? null : token.<Object>getClaim("provider");
    return codes instanceof Collection<?> several
        ? several.stream().map(TokenCaller::textOf).toList()
        : List.of();
  }

  @Override
  public String requestId() {
    return claim("rid").orElse(unnamedRequest);
  }

  private Optional<String> claim(String name) {
    var token = token();
    return token == null
        ? Optional.empty()
        : Optional.ofNullable(token.<Object>getClaim(name)).map(TokenCaller::textOf);
  }

  private @Nullable JsonWebToken token() {
    return identity.getPrincipal() instanceof JsonWebToken token ? token : null;
  }

  private static String textOf(Object claim) {
    return claim instanceof JsonString text ? text.getString() : Objects.toString(claim);
  }
}
