package org.gonghui.insurance.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Values in {@code jsonb} columns. */
@ApplicationScoped
public class Json {
  private final ObjectMapper mapper;

  Json(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not written as JSON", e);
    }
  }

  public <T> T read(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON does not fit %s".formatted(type), e);
    }
  }

  public <T> List<T> readList(String json, Class<T> type) {
    try {
      return mapper.readerForListOf(type).readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON does not fit a list of %s".formatted(type), e);
    }
  }
}
