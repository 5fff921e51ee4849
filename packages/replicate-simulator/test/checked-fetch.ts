import { checkAnswer } from "./openapi-document.ts";

/** A fetch that refuses answers of the API which are not as the provider's document has them. */
export const checkedFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  const { method } = request;
  const response = await fetch(request);
  if (!pathname.startsWith("/v1/")) return response;
  const contentType = response.headers.get("content-type") ?? "";
  const copy = response.clone();
  const body: unknown = contentType.includes("json") ? await copy.json() : null;
  const path = pathname.slice("/v1".length);
  const wrong = checkAnswer({ method, path, status: response.status, contentType, body });
  if (wrong.length > 0) {
    throw new Error(`${method} ${path} answered ${response.status}, not as documented:\n${wrong.join("\n")}`);
  }
  return response;
};
