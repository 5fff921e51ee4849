import { z } from "zod";

/** How a procedure is asked. */
export type ProcedureKind = "query" | "mutation" | "subscription";

/** What came back, as text, so that nothing in it is overlooked. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Who asks: the headers of a session, or none. */
export type Session = Readonly<Record<string, string>>;

const problem = z.object({
  data: z.object({
    httpStatus: z.number(),
    domain: z.object({ code: z.string(), field: z.string().nullable() }),
  }),
});
const refused = z.union([z.object({ error: problem }).transform(({ error }) => error), problem]);

/** The code and the field of a refusal; undefined when the text is none. */
export const refusalIn = ({ text }: Answer) => {
  const read = refused.safeParse(parsed(text));
  return read.success ? read.data.data.domain : undefined;
};

/** Asks a procedure past every typed client. Text goes out as it stands; anything else as JSON, forms as forms. */
export async function ask(
  url: string,
  [path, kind]: readonly [path: string, kind: ProcedureKind],
  input: unknown,
  session: Session = {},
): Promise<Answer> {
  const address = new URL(`/trpc/${path}`, url);
  const headers = new Headers(session);
  if (kind === "mutation") {
    if (input instanceof FormData) return answerOf(address, { method: "POST", headers, body: input });
    headers.set("content-type", "application/json");
    return answerOf(address, { method: "POST", headers, body: asText(input) });
  }
  if (input !== undefined) address.searchParams.set("input", asText(input));
  if (kind === "subscription") headers.set("accept", "text/event-stream");
  return answerOf(address, { headers });
}

/** Sends a request and reads the whole answer; of a stream that stays open, what came first. */
export async function answerOf(address: URL, init: RequestInit): Promise<Answer> {
  const stop = new AbortController();
  const response = await fetch(address, { ...init, signal: stop.signal });
  const isFeed = response.headers.get("content-type")?.startsWith("text/event-stream") === true;
  if (!isFeed) return { status: response.status, text: await response.text() };
  const text = await firstEvent(response);
  stop.abort();
  // A feed answers before it knows whether it is refused: the refusal is its first event, with the status inside.
  const read = refused.safeParse(parsed(text));
  return { status: read.success ? read.data.data.httpStatus : response.status, text };
}

/** What the first event says that is more than the word that the feed is open. */
async function firstEvent(response: Response): Promise<string> {
  let text = "";
  if (response.body === null) return text;
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    const data = /^data: (?<data>.*"(?:code|type)":.*)$/mu.exec(text)?.groups?.["data"];
    if (data !== undefined) return data;
  }
  return text;
}

const asText = (input: unknown): string =>
  input === undefined ? "" : typeof input === "string" ? input : JSON.stringify(input);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
