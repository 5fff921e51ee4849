import { confirm, note, password, text } from "@clack/prompts";
import { ownFailureError } from "../failures/own-failures.ts";
import { plainText } from "../output/plain-text.ts";

/** Asks the person at the terminal. Every question throws `interrupted` when it is left with Ctrl-C. */
export interface Questions {
  /** Asks for a password; what is typed is never shown. */
  readonly password: (message: string) => Promise<string>;
  readonly text: (message: string) => Promise<string>;
  readonly yes: (message: string) => Promise<boolean>;
  /** Shows what the next question is about. */
  readonly tell: (message: string) => void;
}

/** Questions on stderr, so that stdout holds nothing but results. */
export function askOn(input: NodeJS.ReadStream, output: NodeJS.WriteStream, signal: AbortSignal): Questions {
  const answered = <T>(answer: T): Exclude<T, symbol> => {
    if (typeof answer !== "symbol") {
      // Safe: the line before has seen that it is no symbol, which TypeScript does not carry over to T.
      return answer as Exclude<T, symbol>;
    }
    throw ownFailureError("interrupted", {
      kept: "Nothing was changed.",
      comeBack: "Run the command again when you like.",
    });
  };
  return {
    password: async (message) => answered(await password({ message, input, output, signal })),
    text: async (message) => answered(await text({ message, input, output, signal })),
    yes: async (message) => answered(await confirm({ message, initialValue: false, input, output, signal })),
    tell: (message) => note(plainText(message), undefined, { output }),
  };
}
