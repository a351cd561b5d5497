package org.gonghui.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** Events as JSON: written whole, read with an eye only for what the reader knows. */
@Singleton
public class EventJson {
  private final ObjectMapper mapper;

  EventJson(ObjectMapper mapper) {
    this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  public String write(Object event) {
    try {
      return mapper.writeValueAsString(event);
    } catch (JsonProcessingException cause) {
      throw new IllegalArgumentException("no JSON for " + event.getClass().getName(), cause);
    }
  }

  public <T> T read(String json, Class<T> type) throws JsonProcessingException {
    return mapper.readValue(json, type);
  }
}
