package org.gonghui.kit.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** Who started a job, kept with it: its steps act in that name. */
record Starter(
    Kind kind,
    String subject,
    String name,
    Set<String> roles,
    String area,
    @Nullable PersonKey person,
    @Nullable CreditCode company,
    List<String> providers,
    String requestId)
    implements Caller {

  static Starter of(Caller caller) {
    return new Starter(
        caller.kind(),
        caller.subject(),
        caller.name(),
        caller.roles(),
        caller.area(),
        caller.personKey().orElse(null),
        caller.employer().orElse(null),
        caller.providers(),
        caller.requestId());
  }

  @Override
  public Optional<PersonKey> personKey() {
    return Optional.ofNullable(person);
  }

  @Override
  public Optional<CreditCode> employer() {
    return Optional.ofNullable(company);
  }
}
