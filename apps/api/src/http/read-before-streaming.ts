/**
 * The request with its body read, when its answer is to be a stream: such an answer begins before tRPC reads the
 * question, and what is not read by then would be let run out. The body's size has been limited before.
 */
export const readBeforeStreaming = async (request: Request): Promise<Request> =>
  request.body !== null && request.headers.has("trpc-accept")
    ? new Request(request, { method: request.method, body: await request.arrayBuffer() })
    : request;
