package org.gonghui.gateway.upstream;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.gonghui.gateway.upstream.Instance.Standing;
import org.jspecify.annotations.Nullable;

/** All instances of one service, and which one takes the next request. */
public final class Upstream {
  private final List<URI> configured;
  private final RetryBudget budget = new RetryBudget();
  private volatile List<Instance> instances = List.of();

  /** {@code http://host:port} is one instance; of {@code dns://name:port} every address is one. */
  public Upstream(List<URI> configured) {
    this.configured = List.copyOf(configured);
    refresh(Place::askSystem);
  }

  public List<Instance> instances() {
    return instances;
  }

  public boolean hasNames() {
    return configured.stream().anyMatch(Place::isName);
  }

  /** Looks names up again; known instances keep their standing, and silence changes nothing. */
  public void refresh() {
    refresh(Place::askSystem);
  }

  void refresh(Place.Names names) {
    var known = instances;
    var found = new ArrayList<Place>();
    for (var uri : configured) {
      if (Place.isName(uri)) {
        var places = Place.ofName(uri, names);
        if (places.isEmpty() && !known.isEmpty()) {
          return;
        }
        places.ifPresent(found::addAll);
      } else {
        found.add(Place.of(uri));
      }
    }
    instances = found.stream().distinct().map(place -> keep(known, place)).toList();
  }

  private static Instance keep(List<Instance> known, Place place) {
    for (var instance : known) {
      if (instance.place().equals(place)) {
        return instance;
      }
    }
    return new Instance(place);
  }

  /** Nothing when all are ejected or tried: then it is better to refuse at once. */
  public @Nullable Instance choose(List<Instance> tried, long nowNanos) {
    var all = instances;
    if (all.size() == 1 && tried.isEmpty() && !all.getFirst().isEjected()) {
      return all.getFirst();
    }
    var probed = probe(all, tried, true, nowNanos);
    if (probed != null) {
      return probed;
    }
    var sound = lessBusy(all, tried, Standing.SOUND);
    if (sound != null) {
      return sound;
    }
    // When nobody is ready, the answer of one that is not is still better than none.
    var unready = lessBusy(all, tried, Standing.NOT_READY);
    return unready != null ? unready : probe(all, tried, false, nowNanos);
  }

  private static @Nullable Instance probe(
      List<Instance> all, List<Instance> tried, boolean ready, long nowNanos) {
    for (var instance : all) {
      if (instance.isEjected()
          && instance.isReady() == ready
          && !tried.contains(instance)
          && instance.mayProbe(nowNanos)) {
        return instance;
      }
    }
    return null;
  }

  /** Two at random, and of these the one with less to do. */
  private static @Nullable Instance lessBusy(
      List<Instance> all, List<Instance> tried, Standing standing) {
    var fit = new ArrayList<Instance>(all.size());
    for (var instance : all) {
      if (instance.standing() == standing && !tried.contains(instance)) {
        fit.add(instance);
      }
    }
    if (fit.size() <= 1) {
      return fit.isEmpty() ? null : fit.getFirst();
    }
    var random = ThreadLocalRandom.current();
    var one = random.nextInt(fit.size());
    var step = 1 + random.nextInt(fit.size() - 1);
    var first = fit.get(one);
    var second = fit.get((one + step) % fit.size());
    return second.inFlight() < first.inFlight() ? second : first;
  }

  public void earnRetry() {
    budget.earn();
  }

  public boolean mayRetry() {
    return budget.spend();
  }
}
