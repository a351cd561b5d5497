package org.gonghui.kit.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * With which statuses an operation that sets them itself may succeed; where there is one that never
 * changes, {@code @ResponseStatus} says it and does it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {
  int[] value();
}
