import { expect, it } from "vitest";
import { z } from "zod";
import { done, openTerminalOfPerson } from "./people.ts";
import { openTerminal } from "./terminal.ts";

const madeDocument = z.object({
  secret: z.string(),
  token: z.object({ id: z.string(), scopes: z.array(z.string()) }),
});

it("makes a token that works on a machine where nobody is signed in, until it is revoked", async () => {
  await using home = await openTerminalOfPerson();
  await using elsewhere = await openTerminal();
  const made = madeDocument.parse(
    (
      await done(home.selfsame("token", "make", "a script", "--scope", "read", "generate", "--json"))
    ).document(),
  );
  expect(made.token.scopes).toEqual(["read", "generate"]);
  const environment = { SELFSAME_TOKEN: made.secret };
  const there = (...words: string[]) => elsewhere.start([...words, "--json"], { environment }).ended;

  expect((await elsewhere.selfsame("whoami", "--json")).error()).toMatchObject({ code: "not_signed_in" });
  const subject = (await home.selfsame("whoami", "--json")).document();
  expect((await there("whoami")).document()).toEqual(subject);

  const refused = await there("train");
  expect(refused.error()).toMatchObject({
    code: "token_scope_missing",
    fix: expect.stringContaining("train"),
  });
  expect(refused.exitCode).toBe(4);

  // Tokens are looked after by people: the one in the environment is not asked.
  const listed = await home.start(["token", "list"], { environment }).ended;
  expect(listed.stdout).toContain("a script");
  expect(listed.stdout).not.toContain(made.secret);

  await done(home.selfsame("token", "revoke", made.token.id));
  const ended = await there("whoami");
  expect(ended.error()).toMatchObject({ code: "token_refused" });
  expect(ended.exitCode).toBe(3);
});
