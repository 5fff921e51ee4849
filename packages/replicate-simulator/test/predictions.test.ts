import { createHash } from "node:crypto";
import { startSimulator } from "@selfsame/replicate-simulator";
import { expect, it } from "vitest";
import { checkedFetch } from "./checked-fetch.ts";
import { fluxDev, readPrediction } from "./flux-dev.ts";
import { openapiReason } from "./openapi-document.ts";
import { startTestSimulator, testToken } from "./start-test-simulator.ts";
import { trainedVersion, trigger } from "./trained-version.ts";

const real = { speed: "real", clock: "manual" } as const;

it(`starts, runs with progress, and succeeds within the real thing's minute${openapiReason}`, async () => {
  const { call, simulator } = await startTestSimulator(real);
  const created = await call("POST", "/predictions", fluxDev());
  const { id, ...accepted } = await readPrediction(created);
  expect([created.status, created.headers.get("location")]).toEqual([
    201,
    `${simulator.url}/v1/predictions/${id}`,
  ]);
  expect(id).toMatch(/^[a-z2-7]{26}$/);
  expect(accepted).toMatchObject({ status: "starting", output: null, logs: "", started_at: null });

  const get = async () => readPrediction(await call("GET", `/predictions/${id}`));
  await simulator.clock.advance(15_000);
  const running = await get();
  expect(running).toMatchObject({ status: "processing", output: null, completed_at: null });
  expect(running.logs).toMatch(/^Using seed: 3\n {2}0%\|/);
  expect(running.logs).not.toContain("28/28");
  await simulator.clock.advance(50_000);
  const done = await get();
  expect(done).toMatchObject({ status: "succeeded", data_removed: false });
  expect(done.logs).toContain("28/28");
  expect(done.metrics?.predict_time).toBeGreaterThanOrEqual(30);
  expect(done.metrics?.predict_time).toBeLessThanOrEqual(61);
});

it("removes a prediction's data an hour after its end", async () => {
  const { call, simulator } = await startTestSimulator(real);
  const { id } = await readPrediction(await call("POST", "/predictions", fluxDev()));
  await simulator.clock.advance(70_000);
  const kept = await readPrediction(await call("GET", `/predictions/${id}`));
  const address = kept.output?.[0] ?? "";
  expect((await fetch(address)).status).toBe(200);
  await simulator.clock.advance(60 * 60_000);
  const removed = await readPrediction(await call("GET", `/predictions/${id}`));
  expect(removed).toMatchObject({
    status: "succeeded",
    data_removed: true,
    output: null,
    input: {},
    logs: "",
  });
  expect((await fetch(address)).status).toBe(404);
});

it("waits as long as it is asked to, and then answers with what there is", async () => {
  const { call, simulator } = await startTestSimulator(real);
  const answer = call("POST", "/predictions", fluxDev(), { prefer: "wait=20" });
  const ended = answer.then(({ status }) => status);
  let status: number | null = null;
  while (status === null) {
    await simulator.clock.advance(1000);
    status = await Promise.race([ended, call("GET", "/account").then(() => null)]);
  }
  const prediction = await readPrediction(await answer);
  expect([status, prediction.status, prediction.output]).toEqual([202, "processing", null]);
});

it("answers with the output, still processing, when it comes while waiting", async () => {
  const { call } = await startTestSimulator();
  const answer = await call("POST", "/predictions", fluxDev(), { prefer: "wait" });
  expect(answer.status).toBe(201);
  expect((await readPrediction(answer)).output).toHaveLength(1);
});

it("aborts what has not started by its deadline, and cancels what runs", async () => {
  const { call, simulator } = await startTestSimulator(real);
  simulator.faults.add({ kind: "stuck-in-starting", times: 1 });
  const stuck = await readPrediction(await call("POST", "/predictions", fluxDev(), { "cancel-after": "1m" }));
  const slow = await readPrediction(await call("POST", "/predictions", fluxDev(), { "cancel-after": "10" }));
  expect(Date.parse(stuck.deadline ?? "") - Date.parse(stuck.created_at)).toBe(60_000);
  await simulator.clock.advance(61_000);
  const get = async (id: string) => readPrediction(await call("GET", `/predictions/${id}`));
  expect(await get(stuck.id)).toMatchObject({ status: "aborted", started_at: null });
  expect(await get(slow.id)).toMatchObject({ status: "canceled", output: null });
  expect((await call("POST", "/predictions", fluxDev(), { "cancel-after": "4s" })).status).toBe(422);
});

it("cancels a prediction once, and leaves one that has ended as it is", async () => {
  const { call, simulator } = await startTestSimulator(real);
  const { id } = await readPrediction(await call("POST", "/predictions", fluxDev()));
  await simulator.clock.advance(10_000);
  const canceled = await readPrediction(await call("POST", `/predictions/${id}/cancel`));
  expect(canceled).toMatchObject({ status: "canceled", output: null, error: null });
  await simulator.clock.advance(70_000);
  expect(await readPrediction(await call("POST", `/predictions/${id}/cancel`))).toEqual(canceled);
});

it.each([
  ["a version that is not there", { version: "0".repeat(64), input: {} }],
  ["a tag in the place of a version", { version: "ostris/flux-dev-lora-trainer:latest", input: {} }],
  ["a community model without a version", { version: "ostris/flux-dev-lora-trainer", input: {} }],
])("refuses %s in the provider's words", async (_, body) => {
  const { call } = await startTestSimulator();
  const answer = await call("POST", "/predictions", body);
  expect([answer.status, await answer.json()]).toEqual([
    422,
    {
      title: "Invalid version or not permitted",
      detail: "The specified version does not exist (or perhaps you don't have permission to use it?)",
      status: 422,
    },
  ]);
});

it("refuses bodies with missing, unknown and wrong fields, and makes nothing", async () => {
  const { call } = await startTestSimulator();
  const answer = await call("POST", "/predictions", { model: "a/b", input: {} });
  expect([answer.status, await answer.json()]).toEqual([
    422,
    {
      detail: "- version is required\n- Additional property model is not allowed\n",
      status: 422,
      title: "Input validation failed",
      invalid_fields: [
        { type: "required", field: "", description: "version is required" },
        {
          type: "additional_property_not_allowed",
          field: "",
          description: "Additional property model is not allowed",
        },
      ],
    },
  ]);
  const refused = await Promise.all([
    call("POST", "/predictions", fluxDev({ prompt: 7 })),
    call("POST", "/predictions", fluxDev({ num_outputs: 5 })),
    call("POST", "/predictions", fluxDev({}, { webhook: "http://example.com/hook" })),
    call("POST", "/predictions", fluxDev({}, { webhook: "" })),
    call("POST", "/predictions", fluxDev({}, { webhook_events_filter: ["done"] })),
    call("POST", "/models/ostris/flux-dev-lora-trainer/predictions", { input: {} }),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 404]);
  const list = (await (await call("GET", "/predictions")).json()) as { results: unknown[] };
  expect(list.results).toEqual([]);
});

it("lists by time, and nothing as made on the web", async () => {
  const { call, simulator } = await startTestSimulator({
    clock: { mode: "manual", startAt: 1_700_000_000_000 },
  });
  for (let made = 0; made < 3; made += 1) {
    await call("POST", "/predictions", fluxDev());
    await simulator.clock.advance(60_000);
  }
  const count = async (query: string) => {
    const list = (await (await call("GET", `/predictions?${query}`)).json()) as { results: unknown[] };
    return list.results.length;
  };
  const minute = (after: number) => new Date(1_700_000_000_000 + after * 60_000).toISOString();
  expect(await count(`created_after=${minute(1)}`)).toBe(2);
  expect(await count(`created_before=${minute(1)}`)).toBe(1);
  expect(await count(`created_after=${minute(1)}&created_before=${minute(2)}`)).toBe(1);
  expect(await count("source=web")).toBe(0);
  expect((await call("GET", "/predictions?created_after=yesterday")).status).toBe(400);
});

it("repeats a picture for the same version, input and seed, and not with go_fast", async () => {
  const { call, replicate } = await startTestSimulator({ pictures: "portraits" });
  const version = await trainedVersion(replicate, 2);
  const hashOf = async (input: Record<string, unknown>) => {
    const body = { version, input: { prompt: `${trigger}, calm`, megapixels: "0.25", seed: 5, ...input } };
    const { output } = await readPrediction(await call("POST", "/predictions", body, { prefer: "wait" }));
    const bytes = await (await fetch(output?.[0] ?? "")).arrayBuffer();
    return createHash("sha256").update(Buffer.from(bytes)).digest("hex");
  };
  const first = await hashOf({});
  expect(await hashOf({})).toBe(first);
  expect(await hashOf({ seed: 6 })).not.toBe(first);
  const fast = await hashOf({ go_fast: true });
  expect(fast).not.toBe(first);
  expect(await hashOf({ go_fast: true })).not.toBe(fast);
});

it("draws a random seed for none and for 0, and says which", async () => {
  const { call } = await startTestSimulator({ speed: "instant" });
  const seeds = new Set<string>();
  for (const seed of [undefined, 0, 0]) {
    const { logs } = await readPrediction(
      await call("POST", "/predictions", fluxDev({ seed }), { prefer: "wait" }),
    );
    seeds.add(/^Using seed: (\d+)\n/.exec(logs)?.[1] ?? "none");
  }
  expect(seeds.size).toBe(3);
  for (const seed of seeds) expect(Number(seed)).toBeLessThan(65_536);
});

it("draws the face of a LoRA named by model, version or weights, and fails on one it cannot find", async () => {
  const { call, replicate } = await startTestSimulator();
  const version = await trainedVersion(replicate);
  const [training] = (await replicate.trainings.list()).results;
  const run = async (lora: string) => {
    const body = { ...fluxDev({ lora_weights: lora }), version: "black-forest-labs/flux-dev-lora" };
    return readPrediction(await call("POST", "/predictions", body, { prefer: "wait" }));
  };
  const references = ["studio/portrait", `studio/portrait/${version}`, training?.output?.weights ?? ""];
  for (const reference of references) expect((await run(reference)).output).toHaveLength(1);
  for (const reference of ["huggingface.co/a/b", "civitai.com/models/1", "https://a.b/c.safetensors"]) {
    expect((await run(reference)).output).toHaveLength(1);
  }
  for (const reference of ["studio/nobody", `studio/portrait/${"0".repeat(64)}`]) {
    expect(await run(reference)).toMatchObject({ status: "failed", output: null });
  }
});

it("fails a prediction that the simulator itself cannot draw, and says so to its owner", async () => {
  const problems: unknown[] = [];
  const simulator = await startSimulator({
    token: testToken,
    painter: () => Promise.reject(new Error("no paint")),
    onProblem: (problem) => problems.push(problem),
  });
  const answer = await checkedFetch(`${simulator.url}/v1/predictions`, {
    method: "POST",
    headers: { authorization: `Bearer ${testToken}`, prefer: "wait" },
    body: JSON.stringify(fluxDev()),
  });
  expect(await readPrediction(answer)).toMatchObject({
    status: "failed",
    error: "An unknown error occurred. (E1000)",
  });
  await simulator.close();
  expect(problems).toEqual([new Error("no paint")]);
});

it("hides secrets in what it shows", async () => {
  const { call } = await startTestSimulator();
  const body = { ...fluxDev({ hf_api_token: "hf_secret" }), version: "black-forest-labs/flux-dev-lora" };
  const text = await (await call("POST", "/predictions", body)).text();
  expect(text).not.toContain("hf_secret");
  expect(text).toContain("[REDACTED]");
});
