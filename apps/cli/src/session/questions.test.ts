import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { FailureError } from "../failures/failure.ts";
import { askOn, type Questions } from "./questions.ts";

/** Answers one question by typing, and gives what was answered and all that was shown. */
async function typed<T>(keys: string, ask: (questions: Questions) => Promise<T>) {
  const input = new PassThrough();
  const output = new PassThrough({ encoding: "utf8" });
  // Safe: the prompts use of a terminal only what any stream has, and its size where it has one.
  const questions = askOn(
    input as unknown as NodeJS.ReadStream,
    output as unknown as NodeJS.WriteStream,
    new AbortController().signal,
  );
  const answer = ask(questions);
  input.write(keys);
  return { answer: await answer, shown: stripVTControlCharacters(String(output.read())) };
}

describe("askOn", () => {
  it("never shows a password that is typed", async () => {
    const { answer, shown } = await typed("open sesame\r", (questions) => questions.password("Password"));
    expect(answer).toBe("open sesame");
    expect(shown).toContain("Password");
    expect(shown).not.toMatch(/open|sesame/);
  });

  it("takes no for the answer to a statement unless yes is said", async () => {
    expect((await typed("\r", (questions) => questions.yes("Are you an adult?"))).answer).toBe(false);
    expect((await typed("y", (questions) => questions.yes("Are you an adult?"))).answer).toBe(true);
  });

  it("takes Ctrl-C as leaving, with nothing changed", async () => {
    const left = typed("\u0003", (questions) => questions.password("Password"));
    await expect(left).rejects.toThrow(FailureError);
    await expect(left).rejects.toMatchObject({ failure: { code: "interrupted", exitCode: 130 } });
  });
});
