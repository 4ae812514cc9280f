/* global OSF */
/*
 * BENCH PATCH, not Microsoft's code. The bench appends it to the office.js part that it serves.
 *
 * The library on npm dates from 2022. Today's Outlook on the web offers two things that it lacks, both of
 * requirement set Mailbox 1.14, and Inlink uses both:
 *   item.getAsFileAsync          asked of the host through the library's own channel, as dispatch id 204
 *   Office.context.officeTheme   the colours that the host puts into the app context
 * The claimed requirement set stays as it is: a product that asks for the method finds it.
 *
 * And it takes methods away from mails, where the host says that its Outlook lacks them.
 */
(function () {
  "use strict";

  /** Arguments as in the other calls of the library: (callback, context) or (options, callback). */
  function getAsFileAsync() {
    const given = Array.prototype.slice.call(arguments);
    const callback = given.find((argument) => typeof argument === "function");
    if (!callback)
      throw new Error("Sys.ArgumentNullException: Value cannot be null. Parameter name: callback");
    const options = given.find((argument) => typeof argument === "object" && argument !== null);
    const asyncContext = options && options.asyncContext;
    const request = { MethodData: { ControlId: OSF._OfficeAppFactory.getId(), DispatchId: 204 } };
    OSF._OfficeAppFactory.getClientEndPoint().invoke(
      "ExecuteMethod",
      function (resultCode, reply) {
        // No answer from the host: the library never calls back, so neither does this.
        if (typeof reply !== "object" || reply === null) return;
        const failure = reply.error ? reply.errorCode : reply.data === undefined ? 9002 : 0;
        callback(asyncResult(failure, reply.data, asyncContext));
      },
      request,
    );
  }

  function asyncResult(errorCode, value, asyncContext) {
    const names = OSF.DDA.AsyncResultEnum;
    const values = {};
    values[names.Properties.Value] = errorCode ? undefined : value;
    values[names.Properties.Context] = asyncContext;
    if (!errorCode) return new OSF.DDA.AsyncResult(values, undefined);
    const known = OSF.DDA.ErrorCodeManager.getErrorArgs(errorCode);
    const error = {};
    error[names.ErrorProperties.Name] = known.name;
    error[names.ErrorProperties.Message] = known.message;
    error[names.ErrorProperties.Code] = errorCode;
    return new OSF.DDA.AsyncResult(values, error);
  }

  // The library assigns `mailbox.item` at the start and again at every ItemChanged: an accessor sees both.
  function watchItem(mailbox, lacks) {
    let current = mailbox.item;
    Object.defineProperty(mailbox, "item", {
      enumerable: true,
      get: () => current,
      set: (item) => {
        current = item;
        const isReadMail = item && item.itemType === "message" && item.itemId !== undefined;
        if (!isReadMail) return;
        if (!("getAsFileAsync" in item)) {
          Object.defineProperty(item, "getAsFileAsync", { value: getAsFileAsync });
        }
        // The library's own members cannot be taken off, so they are hidden.
        if (lacks && lacks.length > 0) {
          current = Object.create(
            item,
            Object.fromEntries(lacks.map((name) => [name, { value: undefined }])),
          );
        }
      },
    });
  }

  const createMailbox = OSF.InitializationHelper.prototype.loadAppSpecificScriptAndCreateOM;
  OSF.InitializationHelper.prototype.loadAppSpecificScriptAndCreateOM = function (appContext) {
    createMailbox.apply(this, arguments);
    watchItem(appContext.appOM, this._appContext && this._appContext._lacks); // still empty: it waits for the host's initial data
  };

  const prepare = OSF.InitializationHelper.prototype.prepareApiSurface;
  OSF.InitializationHelper.prototype.prepareApiSurface = function (appContext) {
    const theme = this._appContext && this._appContext._officeTheme;
    if (theme) {
      appContext.get_officeTheme = function () {
        return theme;
      };
    }
    return prepare.apply(this, arguments);
  };
})();
