/* global window */
/*
 * What office.js needs of MicrosoftAjax.js, which it loads from https://ajax.aspnetcdn.com and which is not on npm.
 * Own code. The real file also adds members to String, Array and Date; nothing in office.js asks for them.
 */
(function () {
  "use strict";

  function named(name, message) {
    const error = new Error(name + ": " + message);
    error.name = name;
    return error;
  }

  Error.argument = (parameter, message) =>
    named(
      "Sys.ArgumentException",
      (message || "Value does not fall within the expected range.") + about(parameter),
    );
  Error.argumentNull = (parameter, message) =>
    named("Sys.ArgumentNullException", (message || "Value cannot be null.") + about(parameter));
  Error.argumentType = (parameter) => named("Sys.ArgumentTypeException", "Wrong type." + about(parameter));
  Error.argumentOutOfRange = (parameter, value, message) =>
    named("Sys.ArgumentOutOfRangeException", (message || "Value out of range.") + about(parameter));
  Error.parameterCount = (message) =>
    named("Sys.ParameterCountException", message || "Parameter count mismatch.");
  Error.invalidOperation = (message) =>
    named("Sys.InvalidOperationException", message || "Invalid operation.");
  Error.notImplemented = (message) => named("Sys.NotImplementedException", message || "Not implemented.");
  Error.create = (message) => new Error(message);

  function about(parameter) {
    return parameter ? "\nParameter name: " + parameter : "";
  }

  /** Undefined when the value fits, else the error to throw. */
  Function._validateParameter = function (value, expected, name) {
    if (value === undefined || value === null) {
      return expected.mayBeNull || expected.optional ? null : Error.argumentNull(name);
    }
    if (!expected.type || Object(value) instanceof expected.type) return null;
    return Error.argumentType(name);
  };
  Function._validateParams = function (values, expected) {
    if (values.length > expected.length) return Error.parameterCount();
    for (let index = 0; index < expected.length; index += 1) {
      const error = Function._validateParameter(values[index], expected[index], expected[index].name);
      if (error) return error;
    }
    return null;
  };

  window.Type = window.Type || Function;
  window.Type.registerNamespace = function (path) {
    path.split(".").reduce((parent, name) => (parent[name] = parent[name] || {}), window);
  };
  Function.prototype.registerClass = window.Type.registerClass = function () {
    return this;
  };

  function StringBuilder(first) {
    this._parts = first === undefined ? [] : [first];
  }
  StringBuilder.prototype.append = function (text) {
    this._parts.push(text);
    return this;
  };
  StringBuilder.prototype.toString = function (separator) {
    return this._parts.join(separator || "");
  };

  window.Sys = window.Sys || {};
  window.Sys.StringBuilder = StringBuilder;
  window.Sys.Debug = { trace: () => undefined, assert: () => undefined, fail: () => undefined };
  window.Sys.Browser = { agent: null };
  window.Sys.Serialization = {
    JavaScriptSerializer: {
      serialize: (value) => JSON.stringify(value),
      deserialize: (text) => JSON.parse(text),
    },
  };
})();
