/*
 * Force-included when better-sqlite3 is built for a runtime whose Node-API is older than version 10 (the stand-in
 * Electron that tests use where Electron's own download cannot be reached).
 *
 * Below version 10 napi_create_reference accepts objects, functions and symbols only, and better-sqlite3 keeps
 * references to strings. Here such a value is put into a small tagged object first and taken out again on reading.
 */
#ifndef RONTEN_NAPI8_REFERENCES_H
#define RONTEN_NAPI8_REFERENCES_H

#include <node_api.h>

static const napi_type_tag ronten_box_tag = {0x726f6e74656e2d62ULL, 0x6f782d6e61706938ULL};

static inline napi_status ronten_create_reference(
    napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_symbol || type == napi_external) {
    return napi_create_reference(env, value, count, result);
  }
  napi_value box;
  if ((status = napi_create_object(env, &box)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &ronten_box_tag)) != napi_ok) return status;
  if ((status = napi_set_named_property(env, box, "value", value)) != napi_ok) return status;
  return napi_create_reference(env, box, count, result);
}

static inline napi_status ronten_get_reference_value(napi_env env, napi_ref ref, napi_value* result) {
  napi_status status = napi_get_reference_value(env, ref, result);
  if (status != napi_ok || *result == nullptr) return status;
  napi_valuetype type;
  if (napi_typeof(env, *result, &type) != napi_ok || type != napi_object) return status;
  bool boxed = false;
  status = napi_check_object_type_tag(env, *result, &ronten_box_tag, &boxed);
  if (status != napi_ok || !boxed) return status;
  return napi_get_named_property(env, *result, "value", result);
}

#define napi_create_reference ronten_create_reference
#define napi_get_reference_value ronten_get_reference_value

#endif
