import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { liveFeed } from "../../test/live-feed.ts";
import { patience, signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";

const token = "a token of whoever watches";

describeOnBothDatabases("metrics", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database, metricsToken: token }));
  });
  afterAll(() => disposal.disposeAsync());

  const read = async () => {
    const response = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    return response.text();
  };
  const value = (text: string, name: string) => {
    const line = text.split("\n").find((one) => one.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.slice(name.length + 1));
  };

  test("are for whoever carries the token alone", async () => {
    expect((await fetch(`${server.url}/metrics`)).status).toBe(401);
    const wrong = { headers: { authorization: `Bearer ${token}x` } };
    expect((await fetch(`${server.url}/metrics`, wrong)).status).toBe(401);
    expect(await read()).toContain("# TYPE selfsame_generations_ended_total counter");
  });

  test("tell how work ended, how long it took and what is open, and nothing of anybody", async () => {
    const person = await signUpWithModel(server.url);
    const stopping = new AbortController();
    const feed = liveFeed(
      server.url,
      { authorization: `Bearer ${person.token}` },
      { after: null, signal: stopping.signal },
    );
    await feed.next();
    const brief = "a brief that no metric knows";
    await untilGenerationEnds(person, (await person.api.generations.create.mutate({ brief, outputs: 2 })).id);
    server.simulator.faults.add({ kind: "failed", job: "prediction", times: 1 });
    await untilGenerationEnds(person, (await person.api.generations.create.mutate({ brief })).id);
    await fetch(`${server.url}/webhooks/replicate`, { method: "POST", body: "{}" });
    server.simulator.faults.add({ kind: "stuck-in-starting", job: "prediction", times: 1 });
    const { id } = await person.api.generations.create.mutate({ brief, outputs: 3 });
    await expect
      .poll(async () => (await person.api.generations.get.query({ generationId: id })).status, patience)
      .toBe("submitted");
    while (!JSON.stringify((await feed.next()).value).includes(brief));
    stopping.abort();

    const text = await read();
    expect(value(text, 'selfsame_generations_ended_total{status="succeeded"}')).toBe(1);
    expect(value(text, 'selfsame_generations_ended_total{status="failed"}')).toBe(1);
    expect(value(text, 'selfsame_trainings_ended_total{status="ready"}')).toBe(1);
    expect(value(text, "selfsame_finished_to_stored_seconds_count")).toBe(1);
    expect(value(text, 'selfsame_provider_call_seconds_count{call="train",outcome="accepted"}')).toBe(1);
    expect(value(text, 'selfsame_provider_call_seconds_count{call="generate",outcome="accepted"}')).toBe(3);
    expect(value(text, 'selfsame_webhooks_total{check="verified"}')).toBeGreaterThan(2);
    expect(value(text, 'selfsame_webhooks_total{check="refused"}')).toBe(1);
    expect(value(text, "selfsame_event_lag_seconds_count")).toBeGreaterThan(0);
    expect(value(text, "selfsame_credits_held")).toBe(3);
    expect(value(text, 'selfsame_open_work{kind="generation",status="submitted"}')).toBe(1);
    expect(value(text, "selfsame_dead_letters")).toBe(0);
    const { id: subjectId, subjectNumber } = await person.api.account.get.query();
    for (const personal of [person.email, person.userId, subjectId, subjectNumber, id, brief])
      expect(text).not.toContain(personal);
  });

  const linesLogged = () =>
    server
      .logged()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
  /** What the provider's side has logged while a generation was worked on; it knows nothing of generations. */
  const aboutProvider = (generationId: string) =>
    linesLogged().filter(
      (line) => line["generationId"] === generationId && line["job"] === "submit-generation",
    );

  test("every line in the log names the generation or the request that it is about", async () => {
    const person = await signUpWithModel(server.url);
    server.simulator.faults.add({
      kind: "insufficient-credit",
      method: "POST",
      path: "/predictions",
      times: 1,
    });
    const { id } = await person.api.generations.create.mutate({ brief: "at sea" });
    await expect.poll(() => aboutProvider(id), patience).not.toEqual([]);
    await untilGenerationEnds(person, id);
    const response = await person.fetch("/trpc/generations.create", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ brief: "", outputs: 9 }),
    });
    const requestId = response.headers.get("x-request-id");
    expect(linesLogged().filter((line) => line["requestId"] === requestId)).toMatchObject([
      { msg: "a request was refused" },
    ]);
    const refused = await fetch(`${server.url}/webhooks/replicate`, { method: "POST", body: "{}" });
    expect(server.logged()).toContain(String(refused.headers.get("x-request-id")));
  });
});
