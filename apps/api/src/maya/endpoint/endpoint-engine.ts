import type { ModelMessage } from "ai";
import type { Clock } from "../../clock/clock.ts";
import { findIdentity } from "../../studio/find-identity.ts";
import { readRequest } from "../composer/read-request.ts";
import { vocabularies } from "../composer/vocabulary/vocabularies.ts";
import { findRefusal } from "../find-refusal.ts";
import type { StylistEngine, StylistError, StylistEvent, StylistRequest } from "../stylist-engine.ts";
import { type ModelAnswer, readModelAnswer, readSaid } from "./read-model-answer.ts";
import { type EndpointSettings, streamModel } from "./stream-model.ts";
import { toldConversation } from "./told-conversation.ts";

const malformed: StylistError = {
  code: "engine-malformed",
  message: "The language model answered something that cannot be used.",
};
const failed = (error: StylistError): StylistEvent => ({ type: "end", outcome: "failed", error });

/** The words that are new and whole: the last one may still be growing. */
const wholeWords = (said: string, alreadySaid: number, isOver: boolean): string =>
  isOver
    ? said.slice(alreadySaid)
    : said.slice(alreadySaid, Math.max(said.lastIndexOf(" ") + 1, alreadySaid));

/** Asks for the same answer again, saying what was wrong with it; the person has the words already. */
const mend = async (
  ask: (messages: ModelMessage[]) => ReturnType<typeof streamModel>,
  messages: readonly ModelMessage[],
  text: string,
  problems: readonly string[],
): Promise<ModelAnswer | StylistError> => {
  const wrong = problems.length === 0 ? "It was not one JSON object." : problems.join(" ");
  const again: ModelMessage[] = [
    ...messages,
    { role: "assistant", content: text === "" ? "{}" : text },
    {
      role: "user",
      content: `Your answer could not be used. ${wrong} Answer again with the whole JSON object.`,
    },
  ];
  let mended = "";
  for await (const part of ask(again)) {
    if (part.type === "failed") return part.error;
    mended += part.text;
  }
  const answer = await readModelAnswer(mended);
  return answer === null || answer.problems.length > 0 ? malformed : answer;
};

/**
 * Maya with a language model behind an OpenAI-compatible endpoint. What it says and proposes is untrusted text: words
 * that name somebody end the answer, cards go through the same checks as anybody's, and what cannot be read is asked
 * for once more.
 */
export const createEndpointEngine = (settings: EndpointSettings, clock: Clock): StylistEngine => ({
  id: "endpoint",
  async *answer({ turns, signal }: StylistRequest): AsyncGenerator<StylistEvent> {
    const asked = turns.at(-1)?.text ?? "";
    const reading = readRequest(asked, "en");
    const refusal = findRefusal(asked, reading);
    if (refusal !== null) {
      const { namesSomeone, givesInstructions } = vocabularies[reading.language].answers;
      yield { type: "words", text: refusal === "names-someone" ? namesSomeone : givesInstructions };
      yield { type: "end", outcome: "refused", refusal };
      return;
    }
    const messages = toldConversation(turns);
    const ask = (told: ModelMessage[]) => streamModel(settings, clock, told, signal);

    let text = "";
    let said = 0;
    for await (const part of ask(messages)) {
      if (part.type === "failed") {
        yield failed(part.error);
        return;
      }
      text += part.text;
      const sofar = await readSaid(text);
      const words = wholeWords(sofar, said, false);
      if (words === "") continue;
      if (findIdentity(sofar) !== null) {
        yield failed(malformed);
        return;
      }
      said += words.length;
      yield { type: "words", text: words };
    }

    const first = await readModelAnswer(text);
    const rest = first === null ? "" : wholeWords(first.says, said, true);
    if (rest !== "") {
      if (findIdentity(first?.says ?? "") !== null) {
        yield failed(malformed);
        return;
      }
      yield { type: "words", text: rest };
    }
    const answer =
      first !== null && first.problems.length === 0
        ? first
        : await mend(ask, messages, text, first?.problems ?? []);
    if ("code" in answer) {
      yield failed(answer);
      return;
    }
    if (said === 0 && rest === "" && answer.says !== "" && findIdentity(answer.says) === null)
      yield { type: "words", text: answer.says };
    for (const card of answer.cards) yield { type: "card", card };
    yield { type: "end", outcome: answer.cards.length > 0 ? "proposed" : "asked" };
  },
});
