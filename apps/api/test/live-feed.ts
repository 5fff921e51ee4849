/** One line of a live feed. */
export interface FeedEvent {
  readonly id: string | null;
  /** The name of the event; `message` when it has none. */
  readonly name: string;
  readonly data: unknown;
}

/**
 * Reads a live feed as a browser's EventSource does, until the reader stops or the connection ends.
 *
 * @param after the last event's id that was seen; null starts now
 */
export async function* liveFeed(
  url: string,
  headers: Readonly<Record<string, string>>,
  { after, signal }: { readonly after: string | null; readonly signal: AbortSignal },
): AsyncGenerator<FeedEvent> {
  const address = new URL("/trpc/events.live", url);
  if (after !== null) address.searchParams.set("input", JSON.stringify({ lastEventId: after }));
  const response = await fetch(address, { headers: { ...headers, accept: "text/event-stream" }, signal });
  if (!response.ok || response.body === null)
    throw new Error(`The feed was refused: ${response.status} ${await response.text()}`);
  let unread = "";
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    unread += part;
    const messages = unread.split("\n\n");
    unread = messages.pop() ?? "";
    for (const message of messages) {
      const event = read(message);
      if (event !== undefined) yield event;
    }
  }
}

function read(message: string): FeedEvent | undefined {
  const fields = new Map(
    message.split("\n").map((line): [string, string] => {
      const [name = "", ...value] = line.split(":");
      return [name, value.join(":").trimStart()];
    }),
  );
  const data = fields.get("data");
  if (data === undefined) return undefined;
  return {
    id: fields.get("id") ?? null,
    name: fields.get("event") ?? "message",
    data: data === "" ? null : (JSON.parse(data) as unknown),
  };
}
