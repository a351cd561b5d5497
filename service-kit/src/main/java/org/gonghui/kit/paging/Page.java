package org.gonghui.kit.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list and the opaque cursor of the next, absent on the last. */
public record Page<T>(List<T> items, @Nullable String next) {}
