import type { ModelMessage } from "ai";
import { findIdentity } from "../../studio/find-identity.ts";
import type { StylistTurn } from "../stylist-engine.ts";

/** About 3,000 tokens of conversation: what was said longer ago is not sent. */
const mostCharacters = 12_000;

const told = ({
  from,
  text,
  cards,
}: StylistTurn): { readonly role: "user" | "assistant"; readonly content: string } => {
  if (from === "person") return { role: "user", content: text };
  const shown = cards.map(({ title, brief }, at) => `${at + 1}. ${title}: ${brief}`);
  return { role: "assistant", content: [text, ...shown].join("\n") };
};

/**
 * A conversation as a language model gets it: words and briefs, newest first to the limit. A turn that names somebody
 * is left out whole.
 */
export const toldConversation = (turns: readonly StylistTurn[]): ModelMessage[] => {
  const messages: ModelMessage[] = [];
  let characters = 0;
  for (const turn of turns.toReversed()) {
    const message = told(turn);
    const { content } = message;
    characters += content.length;
    if (characters > mostCharacters && messages.length > 0) break;
    if (content.trim() !== "" && findIdentity(content) === null) messages.push(message);
  }
  return messages.toReversed();
};
