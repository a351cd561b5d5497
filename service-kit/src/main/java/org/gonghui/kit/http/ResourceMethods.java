package org.gonghui.kit.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** The Java method behind a route, its query parameters, and whether it takes a body. */
final class ResourceMethods {
  private static final Map<Method, Map<String, Type>> QUERY = new ConcurrentHashMap<>();
  private static final Map<Method, Boolean> TAKES_BODY = new ConcurrentHashMap<>();

  private ResourceMethods() {}

  static Method of(SimpleResourceInfo resource) {
    try {
      return resource
          .getResourceClass()
          .getMethod(resource.getMethodName(), resource.parameterTypes());
    } catch (NoSuchMethodException _) {
      return declared(resource);
    }
  }

  private static Method declared(SimpleResourceInfo resource) {
    try {
      return resource
          .getResourceClass()
          .getDeclaredMethod(resource.getMethodName(), resource.parameterTypes());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names and types of the query parameters, those inside bean parameters included. */
  static Map<String, Type> queryParameters(Method method) {
    return QUERY.computeIfAbsent(method, ResourceMethods::collect);
  }

  /** Whether something of the request's body is handed to the method: all of it, or form fields. */
  static boolean takesBody(Method method) {
    return TAKES_BODY.computeIfAbsent(
        method, it -> Arrays.stream(it.getParameters()).anyMatch(ResourceMethods::isOfBody));
  }

  private static boolean isOfBody(Parameter parameter) {
    if (parameter.isAnnotationPresent(BeanParam.class)) {
      return Arrays.stream(parameter.getType().getDeclaredFields())
          .anyMatch(ResourceMethods::isForm);
    }
    return isForm(parameter) || isBody(parameter);
  }

  private static boolean isForm(AnnotatedElement element) {
    return element.isAnnotationPresent(RestForm.class)
        || element.isAnnotationPresent(FormParam.class);
  }

  /** The body itself is what no annotation of the framework says to come from elsewhere. */
  static boolean isBody(Parameter parameter) {
    return Arrays.stream(parameter.getAnnotations())
        .map(annotation -> annotation.annotationType().getPackageName())
        .noneMatch(
            from ->
                from.equals("jakarta.ws.rs")
                    || from.equals("jakarta.ws.rs.core")
                    || from.equals("org.jboss.resteasy.reactive"));
  }

  private static Map<String, Type> collect(Method method) {
    var found = new HashMap<String, Type>();
    for (var parameter : method.getParameters()) {
      var name = queryName(parameter, parameter.getName());
      if (name != null) {
        found.put(name, parameter.getParameterizedType());
      } else if (parameter.isAnnotationPresent(BeanParam.class)) {
        found.putAll(ofBean(parameter.getType()));
      }
    }
    return Map.copyOf(found);
  }

  private static Map<String, Type> ofBean(Class<?> bean) {
    var found = new HashMap<String, Type>();
    for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
      Arrays.stream(type.getDeclaredFields()).forEach(field -> add(field, found));
    }
    return found;
  }

  private static void add(Field field, Map<String, Type> found) {
    var name = queryName(field, field.getName());
    if (name != null) {
      found.put(name, field.getGenericType());
    } else if (field.isAnnotationPresent(BeanParam.class)) {
      found.putAll(ofBean(field.getType()));
    }
  }

  private static @Nullable String queryName(AnnotatedElement element, String javaName) {
    var standard = element.getAnnotation(QueryParam.class);
    if (standard != null) {
      return standard.value();
    }
    var rest = element.getAnnotation(RestQuery.class);
    if (rest == null) {
      return null;
    }
    return rest.value().isEmpty() ? javaName : rest.value();
  }
}
