/** What never reaches Jira, or comes from before it: Tomcat's own refusals and those of a proxy. */
import { html, redirect, type Reply } from "./reply.ts";

/** Raw characters that Tomcat refuses in a request line (RFC 7230), and anything that is not ASCII. */
export function hasIllegalCharacter(url: string): boolean {
  return /[[\]{}|\\^"<>`\s]|[^!-~]/.test(url);
}

export function badRequest(): Reply {
  return errorPage(
    400,
    "Bad Request",
    "Invalid character found in the request target. The valid characters are defined in RFC 7230 and RFC 3986",
  );
}

export function errorPage(status: number, title: string, message: string): Reply {
  return html(
    status,
    `<!doctype html><html lang="en"><head><title>HTTP Status ${status} – ${title}</title></head><body>` +
      `<h1>HTTP Status ${status} – ${title}</h1><p>${message}</p></body></html>`,
  );
}

/** As nginx words it. */
export function proxyPage(status: number, title: string): Reply {
  return {
    status,
    headers: { "Content-Type": "text/html" },
    body:
      `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${title}</h1>` +
      "</center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
  };
}

/** Where a single sign-on in front of Jira sends everybody. */
export function ssoRedirect(): Reply {
  return redirect("https://login.acme.example/saml?continue=jira");
}

/** What a single sign-on in front of Jira puts in the place of any answer. */
export function ssoPage(): Reply {
  return html(
    200,
    '<!doctype html><html lang="en"><head><title>Sign in to Acme</title></head><body><h1>Sign in to Acme</h1>' +
      '<form method="post" action="/sso"><input name="user"><input name="password" type="password">' +
      "<button>Sign in</button></form></body></html>",
  );
}
