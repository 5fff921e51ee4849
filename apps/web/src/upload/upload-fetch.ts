import { uploadProgressListenerOf } from "./upload-progress.ts";

interface UploadOptions {
  readonly body?: unknown;
  readonly method?: string | undefined;
  readonly headers?: HeadersInit | undefined;
  readonly signal?: AbortSignal | null | undefined;
}

/**
 * Sends a form as `fetch` would, but reports the bytes that have really left, which `fetch` cannot; whoever wants to
 * hear of them asks with `onUploadProgress`.
 */
export function uploadFetch(address: string | URL | Request, options: UploadOptions = {}): Promise<Response> {
  const { body, signal } = options;
  if (!(body instanceof FormData)) return Promise.reject(new TypeError("Only forms are sent through here"));

  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(stopped());
      return;
    }
    const request = new XMLHttpRequest();
    request.open(options.method ?? "POST", address instanceof Request ? address.url : address);
    for (const [name, value] of new Headers(options.headers)) request.setRequestHeader(name, value);

    const report = uploadProgressListenerOf(body);
    request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) report?.(loaded / total);
    });
    request.upload.addEventListener("load", () => report?.(1));
    request.addEventListener("load", () => {
      const contentType = request.getResponseHeader("content-type") ?? "application/json";
      resolve(
        new Response(request.responseText, {
          status: request.status,
          headers: { "content-type": contentType },
        }),
      );
    });
    // The kind of error `fetch` gives, so that both are told as "the studio does not answer".
    request.addEventListener("error", () => reject(new TypeError("The form could not be sent")));
    request.addEventListener("abort", () => reject(stopped()));
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}

function stopped(): DOMException {
  return new DOMException("The upload was stopped", "AbortError");
}
