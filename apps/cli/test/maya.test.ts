import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { done, openTerminalOfPerson } from "./people.ts";

const saidDocument = z.object({
  conversationId: z.uuid(),
  turn: z.object({ state: z.string(), cards: z.array(z.object({ title: z.string(), brief: z.string() })) }),
});

it("talks with Maya, makes one of her cards, and finds it in the conversation", async () => {
  await using terminal = await openTerminalOfPerson();
  const { selfsame, folder } = terminal;
  await done(selfsame("selfies", "add-drawn"));
  await done(selfsame("train"));

  expect((await selfsame("maya", "show", "--json")).error()).toMatchObject({ code: "conversation_missing" });
  const said = await done(selfsame("maya", "say", "by a window in a grey coat, calm", "--json"));
  const { conversationId, turn } = saidDocument.parse(said.document());
  expect(turn.cards.length).toBeGreaterThanOrEqual(3);
  const closer = await done(selfsame("maya", "say", "closer, two of each"));
  expect(closer.stdout).toMatch(/^Maya: /);
  expect(closer.stdout).toContain("2 portraits, 2 credits");

  const made = await done(selfsame("maya", "make", "2", "--output", "out", "--json"));
  expect(made.document()).toMatchObject({ generation: { service: "maya", outputs: 2, status: "succeeded" } });
  expect(await readdir(join(folder, "out"))).toHaveLength(2);
  expect((await done(selfsame("maya", "list", "--json"))).document()).toMatchObject({
    conversations: [{ id: conversationId, title: "by a window in a grey coat, calm" }],
    more: false,
  });
  const shown = await done(selfsame("maya", "show", conversationId));
  expect(shown.stdout).toContain("You: closer, two of each");
  expect(shown.stdout).toMatch(/^2\. .* {2}\(made\)$/m);

  const missing = await selfsame("maya", "make", "9", "--json");
  expect(missing.error()).toMatchObject({ code: "card_missing", field: "card" });
  expect(missing.exitCode).toBe(2);
  const refused = await selfsame("maya", "say", "use user12345678", "--new", "--json");
  expect(refused.error()).toMatchObject({ code: "answer_refused", field: "words" });
  expect(refused.exitCode).toBe(4);
});
