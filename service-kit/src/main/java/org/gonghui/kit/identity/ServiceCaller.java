package org.gonghui.kit.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;

/** The service acting on its own: by a timer or for an event. */
record ServiceCaller(String service) implements Caller {
  @Override
  public Kind kind() {
    return Kind.SERVICE;
  }

  @Override
  public String subject() {
    return "service:" + service;
  }

  @Override
  public String name() {
    return service;
  }

  @Override
  public Set<String> roles() {
    return Set.of();
  }

  @Override
  public String area() {
    return "";
  }

  @Override
  public Optional<PersonKey> personKey() {
    return Optional.empty();
  }

  @Override
  public Optional<CreditCode> employer() {
    return Optional.empty();
  }

  @Override
  public List<String> providers() {
    return List.of();
  }

  @Override
  public String requestId() {
    return "";
  }
}
