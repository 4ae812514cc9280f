/** `text/html`; for errors that say what came instead of JSON. */
export function mediaType(response: Response): string {
  return response.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "no media type";
}
