package org.gonghui.insurance.death;

/**
 * How somebody is related; spouse, children and parents come before the others (民法典 §1127).
 * Designated is who was named by the member, whatever the relation.
 */
public enum Relation {
  SPOUSE(1),
  CHILD(1),
  PARENT(1),
  SIBLING(2),
  GRANDPARENT(2),
  DESIGNATED(0);

  private final int order;

  Relation(int order) {
    this.order = order;
  }

  public boolean isHeir() {
    return this != DESIGNATED;
  }

  int order() {
    return order;
  }
}
