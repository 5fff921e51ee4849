import { createTRPCClient, httpBatchStreamLink } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio } from "../../test/create-test-studio.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { readAnswer } from "../../test/maya/read-answer.ts";
import { signUp } from "../../test/sign-up.ts";
import type { AppRouter } from "../trpc/router.ts";

describe("Maya over HTTP", () => {
  const disposal = new AsyncDisposableStack();
  const clientWith = (headers: Record<string, string>) =>
    createTRPCClient<AppRouter>({ links: [httpBatchStreamLink({ url: `${url}/trpc`, headers })] });
  let url = "";
  let api: ReturnType<typeof clientWith>;

  beforeAll(async () => {
    const { database } = disposal.use(await createTestDatabase("pglite"));
    const server = disposal.use(await createTestStudio({ database }));
    ({ url } = server);
    const { token } = await signUp(url);
    api = clientWith({ authorization: `Bearer ${token}` });
  });
  afterAll(() => disposal.disposeAsync());

  const say = (text: string) => [{ from: "person" as const, text }];

  test("streams words and cards, the same again from the same seed", async () => {
    const wish = { turns: say("a red coat in the woods"), seed: 7 };
    const answer = await readAnswer(await api.maya.propose.mutate(wish));
    expect(answer.end).toEqual({ type: "end", outcome: "proposed" });
    expect(answer.cards.length).toBeGreaterThanOrEqual(3);
    for (const { brief } of answer.cards) expect(brief).toContain("deep red long wool coat");
    expect(await readAnswer(await api.maya.propose.mutate(wish))).toEqual(answer);
  });

  test("goes on from the cards of before", async () => {
    const first = await readAnswer(await api.maya.propose.mutate({ turns: say("at the lake"), seed: 7 }));
    const turns = [
      ...say("at the lake"),
      { from: "maya" as const, text: first.text, cards: [...first.cards] },
      ...say("more of the second"),
    ];
    const next = await readAnswer(await api.maya.propose.mutate({ turns, seed: 8 }));
    for (const { light } of next.cards) expect(light).toBe(first.cards[1]?.light);
  });

  test("answers nobody who is not signed in", async () => {
    const refused = await domainErrorOf(clientWith({}).maya.propose.mutate({ turns: say("at the lake") }));
    expect(refused.code).toBe("unauthenticated");
  });

  test("takes only a conversation whose last turn is the person's", async () => {
    const turns = [{ from: "maya", text: "At the lake?" } as const];
    expect((await domainErrorOf(api.maya.propose.mutate({ turns }))).code).toBe("input_invalid");
  });
});
