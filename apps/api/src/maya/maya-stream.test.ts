import { afterAll, describe, expect, test, vi } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio } from "../../test/create-test-studio.ts";
import { says, startModelServer, writeText } from "../../test/maya/start-model-server.ts";
import { streamingClient } from "../../test/maya/streaming-client.ts";
import { patience } from "../../test/ready-subject.ts";
import { signUp } from "../../test/sign-up.ts";

describe("Maya over HTTP", () => {
  const disposal = new AsyncDisposableStack();
  afterAll(() => disposal.disposeAsync());

  test("a reader that goes away has stopped her, also at the language model", async () => {
    const model = disposal.use(
      await startModelServer([(response) => writeText(response, '{"says": "Kind light, then a'), says("{}")]),
    );
    const { database } = disposal.use(await createTestDatabase("pglite"));
    const maya = {
      baseUrl: model.baseUrl,
      model: "small",
      apiKey: null,
      maximumOutputTokens: 900,
      totalMs: 60_000,
      silenceMs: 60_000,
    };
    const server = disposal.use(await createTestStudio({ database, maya }));
    const { token } = await signUp(server.url);
    const api = streamingClient(server.url, token);
    const { id: conversationId } = await api.maya.start.mutate();
    const stop = new AbortController();
    const answer = await api.maya.say.mutate(
      { conversationId, text: "at the lake" },
      { signal: stop.signal },
    );
    const seen: string[] = [];
    await expect(async () => {
      for await (const event of answer) {
        seen.push(event.type);
        if (event.type === "words") stop.abort();
      }
    }).rejects.toThrow("abort");
    expect(seen).toContain("words");
    await vi.waitFor(async () => {
      const { turns, stylist } = await api.maya.read.query({ conversationId });
      expect(stylist).toBe("endpoint");
      expect(turns.at(-1)).toMatchObject({ state: "stopped", text: expect.stringContaining("Kind light") });
    }, patience);
    await vi.waitFor(() => expect(model.gone()).toBe(1), patience);
  });
});
