import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { type ModelMessage, streamText } from "ai";
import type { Clock } from "../../clock/clock.ts";
import type { StylistError } from "../stylist-engine.ts";
import { readModelError } from "./read-model-error.ts";
import { systemPrompt } from "./system-prompt.ts";

/** Where a language model is, and how long it may take. */
export interface EndpointSettings {
  /** Of an endpoint that speaks OpenAI's chat completions: `https://…/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Null where the endpoint wants none. */
  readonly apiKey: string | null;
  readonly maximumOutputTokens: number;
  /** For one whole answer. */
  readonly totalMs: number;
  /** For the first word, and between two. */
  readonly silenceMs: number;
}

/** What comes of a model, in order: pieces of text, and an error where it ends early. */
export type ModelPart =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "failed"; readonly error: StylistError };

const canceled: StylistError = { code: "canceled", message: "The answer was stopped." };
const timedOut: StylistError = {
  code: "engine-timed-out",
  message: "The language model took too long to answer.",
};
const tooLong: StylistError = {
  code: "engine-cut-off",
  message: "The language model's answer was longer than it may be.",
};

/** Streams one answer of the model as text. Nothing is tried again: the person decides that. */
export async function* streamModel(
  settings: EndpointSettings,
  clock: Clock,
  messages: ModelMessage[],
  signal: AbortSignal,
): AsyncGenerator<ModelPart> {
  const { baseUrl, apiKey, model, maximumOutputTokens, totalMs, silenceMs } = settings;
  const endpoint = createOpenAICompatible({
    name: "maya",
    baseURL: baseUrl,
    ...(apiKey === null ? {} : { apiKey }),
  });
  const { stream } = streamText({
    model: endpoint(model),
    instructions: systemPrompt,
    messages,
    maxOutputTokens: maximumOutputTokens,
    maxRetries: 0,
    abortSignal: signal,
    timeout: { totalMs, firstChunkMs: silenceMs, chunkMs: silenceMs },
    providerOptions: { maya: { response_format: { type: "json_object" } } },
    // Errors come as parts of the stream; without this the SDK prints them, too.
    onError: () => undefined,
  });
  let hasBegun = false;
  try {
    for await (const part of stream) {
      if (part.type === "text-delta") {
        hasBegun = true;
        yield { type: "text", text: part.text };
      } else if (part.type === "error") {
        yield { type: "failed", error: failureOf(part.error, hasBegun, clock, signal) };
        return;
      } else if (part.type === "abort") {
        yield { type: "failed", error: signal.aborted ? canceled : timedOut };
        return;
      } else if (part.type === "finish" && part.finishReason === "length") {
        yield { type: "failed", error: tooLong };
        return;
      }
    }
  } catch (error) {
    yield { type: "failed", error: failureOf(error, hasBegun, clock, signal) };
  }
}

const failureOf = (error: unknown, hasBegun: boolean, clock: Clock, signal: AbortSignal): StylistError => {
  if (signal.aborted) return canceled;
  if (error instanceof Error && error.name === "TimeoutError") return timedOut;
  return readModelError(error, hasBegun, clock.now());
};
