import { describe, expect, it } from "vitest";
import {
  generationOrder,
  predictionBody,
  startProviderFixture,
  token,
  trainingBody,
  trainingOrder,
  versionHash,
} from "../../test/replicate/provider-fixture.ts";
import { type Script, sendJson } from "../../test/replicate/scripted-server.ts";
import { createReplicateProvider } from "./replicate-provider.ts";

const answer =
  (status: number, body: unknown, headers?: Readonly<Record<string, string>>): Script =>
  ({ response }) =>
    sendJson(response, status, body, headers);

const html =
  (status: number): Script =>
  ({ response }) => {
    response.writeHead(status, { "content-type": "text/html" });
    response.end("<!doctype html><title>Something else</title>");
  };

const drop: Script = ({ response }) => {
  response.destroy();
};

const billing = {
  title: "Insufficient credit",
  detail: "You have insufficient credit to run this model. Go to https://replicate.com/account/billing",
  status: 402,
};

describe("generate", () => {
  it("sends the version, the input and the wish for updates, and reports the provider's id", async () => {
    await using fixture = await startProviderFixture(answer(201, predictionBody()));

    const submission = await fixture.provider.generate({
      ...generationOrder,
      webhookUrl: "https://studio.example/webhooks/replicate?kind=generation&id=1",
    });

    expect(submission).toMatchObject({
      outcome: "accepted",
      report: { providerId: "gm3qorzdhgbfurvjtvhg6dckhu", state: "submitted", outputs: [] },
    });
    const [request] = fixture.server.received;
    expect(request).toMatchObject({ method: "POST", path: "/v1/predictions" });
    expect(request?.headers).toMatchObject({ authorization: `Bearer ${token}`, "user-agent": "selfsame" });
    expect(request?.headers).not.toHaveProperty("prefer");
    expect(JSON.parse(String(request?.body))).toEqual({
      version: versionHash,
      input: generationOrder.input,
      webhook: "https://studio.example/webhooks/replicate?kind=generation&id=1",
      webhook_events_filter: ["start", "logs", "completed"],
    });
  });

  it("names no webhook when there is none", async () => {
    await using fixture = await startProviderFixture(answer(201, predictionBody()));
    await fixture.provider.generate(generationOrder);
    expect(JSON.parse(String(fixture.server.received[0]?.body))).not.toHaveProperty("webhook");
  });

  it.each<[string, Script, object]>([
    ["no credit", answer(402, billing), { code: "provider_no_credit", status: 402 }],
    [
      "a wrong token",
      answer(401, { detail: "Invalid token" }),
      { code: "provider_refused", reason: "token-rejected" },
    ],
    ["a forbidden act", answer(403, {}), { code: "provider_refused", reason: "not-allowed" }],
    [
      "an unknown version",
      answer(422, {
        title: "Invalid version or not permitted",
        detail: "The specified version does not exist",
      }),
      { code: "provider_refused", reason: "version-unknown", fields: [] },
    ],
    [
      "an input it does not take",
      answer(422, {
        title: "Input validation failed",
        detail: "- input: prompt is required\n",
        invalid_fields: [{ type: "required", field: "input", description: "prompt is required" }],
      }),
      {
        code: "provider_refused",
        reason: "input-invalid",
        fields: [{ field: "input", description: "prompt is required" }],
      },
    ],
    [
      "a redirect",
      answer(301, {}, { location: "/v2/predictions" }),
      { code: "provider_refused", reason: "other" },
    ],
  ])("is refused, and sent once, for %s", async (_name, script, error) => {
    await using fixture = await startProviderFixture(script);

    const submission = await fixture.provider.generate(generationOrder);

    expect(submission).toMatchObject({ outcome: "refused", error });
    expect(fixture.server.received).toHaveLength(1);
  });

  it("is refused with the time to come back when throttling goes on", async () => {
    await using fixture = await startProviderFixture(answer(429, { retry_after: 5 }, { "retry-after": "5" }));

    const submission = await fixture.provider.generate(generationOrder);

    expect(submission.outcome).toBe("refused");
    const retryAt = new Date(fixture.time.clock.now().getTime() + 5_000);
    expect(submission).toMatchObject({ error: { code: "rate_limited", retryAt } });
    // Four attempts of ours; the package's own six for each would make twenty-four.
    expect(fixture.server.received).toHaveLength(4);
  });

  it("reads the time to come back from the body when there is no header", async () => {
    await using fixture = await startProviderFixture(answer(429, { retry_after: 12 }));
    const submission = await fixture.provider.generate(generationOrder);
    const retryAt = new Date(fixture.time.clock.now().getTime() + 12_000);
    expect(submission).toMatchObject({ outcome: "refused", error: { code: "rate_limited", retryAt } });
  });

  it.each<[string, Script, string]>([
    ["the connection drops after sending", drop, "connection"],
    ["an error page comes back", html(502), "server-error"],
    ["a JSON 500 comes back", answer(500, { detail: "An unexpected error ocurred" }), "server-error"],
    ["a page comes back instead of JSON", html(200), "malformed-answer"],
    ["the answer has no id", answer(201, { ...predictionBody(), id: undefined }), "malformed-answer"],
    ["the answer's id could be a path", answer(201, predictionBody({ id: "../models" })), "malformed-answer"],
    [
      "the answer has a status nobody knows",
      answer(201, predictionBody({ status: "dreaming" })),
      "malformed-answer",
    ],
    ["the answer is empty", ({ response }) => void response.writeHead(201).end(), "malformed-answer"],
  ])("is unclear, and sent once, when %s", async (_name, script, reason) => {
    await using fixture = await startProviderFixture(script);

    const submission = await fixture.provider.generate(generationOrder);

    expect(submission).toMatchObject({ outcome: "unclear", cause: { code: "provider_unavailable", reason } });
    expect(fixture.server.received).toHaveLength(1);
  });

  it("is refused when nobody listens, because nothing was sent", async () => {
    const fixture = await startProviderFixture(drop);
    await fixture[Symbol.asyncDispose]();

    expect(await fixture.provider.generate(generationOrder)).toMatchObject({
      outcome: "refused",
      error: { code: "provider_unavailable", reason: "connection", status: null },
    });
  });

  it("throws for a webhook address that is none, before anything is sent", async () => {
    await using fixture = await startProviderFixture(answer(201, predictionBody()));
    await expect(fixture.provider.generate({ ...generationOrder, webhookUrl: "studio" })).rejects.toThrow(
      TypeError,
    );
    expect(fixture.server.received).toEqual([]);
  });
});

describe("train", () => {
  it("starts the pinned trainer into the destination", async () => {
    await using fixture = await startProviderFixture(answer(201, trainingBody()));

    const submission = await fixture.provider.train(trainingOrder);

    expect(submission).toMatchObject({
      outcome: "accepted",
      report: { providerId: "zz4ibbonubfz7carwiefibzgga", state: "submitted", version: null },
    });
    const [request] = fixture.server.received;
    expect(request?.path).toBe(
      `/v1/models/ostris/flux-dev-lora-trainer/versions/${"b".repeat(64)}/trainings`,
    );
    expect(JSON.parse(String(request?.body))).toEqual({
      destination: "alice/42585527-selfie-lora",
      input: trainingOrder.input,
    });
  });

  it("tells a missing destination from other things that are not found", async () => {
    const missing = { detail: "The specified training destination does not exist", status: 404 };
    await using fixture = await startProviderFixture(answer(404, missing));
    expect(await fixture.provider.train(trainingOrder)).toMatchObject({
      outcome: "refused",
      error: { code: "provider_refused", reason: "destination-missing" },
    });
  });

  it.each([
    ["the connection drops after sending", drop],
    ["an error page comes back", html(503)],
  ])("is unclear, and sent once, when %s", async (_name, script) => {
    await using fixture = await startProviderFixture(script);
    expect(await fixture.provider.train(trainingOrder)).toMatchObject({ outcome: "unclear" });
    expect(fixture.server.received).toHaveLength(1);
  });
});

describe("look-ups", () => {
  it("ask under the id and never follow the addresses that the provider names", async () => {
    await using fixture = await startProviderFixture(answer(200, predictionBody({ status: "processing" })));
    const found = await fixture.provider.lookUpGeneration("gm3qorzdhgbfurvjtvhg6dckhu");
    expect(found).toMatchObject({ outcome: "found", report: { state: "running" } });
    expect(fixture.server.received[0]?.path).toBe("/v1/predictions/gm3qorzdhgbfurvjtvhg6dckhu");
  });

  it("say not-found only when the API itself says so", async () => {
    await using known = await startProviderFixture(answer(404, { detail: "Not found.", status: 404 }));
    await using strange = await startProviderFixture(html(404));
    expect(await known.provider.lookUpTraining("x")).toEqual({ outcome: "not-found" });
    expect(await strange.provider.lookUpTraining("x")).toMatchObject({
      outcome: "unavailable",
      error: { code: "provider_unavailable", reason: "malformed-answer", status: 404 },
    });
  });

  it("give back the whole schema of a version", async () => {
    const openapi = { components: { schemas: { Input: { properties: {} } } } };
    await using fixture = await startProviderFixture(
      answer(200, { id: versionHash, openapi_schema: openapi }),
    );
    const schema = await fixture.provider.versionSchema({
      account: "alice",
      name: "m",
      version: versionHash,
    });
    expect(schema).toEqual({ outcome: "ok", value: openapi });
    expect(fixture.server.received[0]?.path).toBe(`/v1/models/alice/m/versions/${versionHash}`);
  });

  it("know the account and the webhook secret", async () => {
    await using fixture = await startProviderFixture(({ request, response }) =>
      sendJson(
        response,
        200,
        request.path === "/v1/account" ? { username: "alice" } : { key: "whsec_c2VjcmV0" },
      ),
    );
    expect(await fixture.provider.accountName()).toEqual({ outcome: "ok", value: "alice" });
    expect(await fixture.provider.webhookSecret()).toEqual({ outcome: "ok", value: "whsec_c2VjcmV0" });
  });
});

describe("cancelling", () => {
  it("reports what the run has become", async () => {
    await using fixture = await startProviderFixture(answer(200, predictionBody({ status: "canceled" })));
    expect(await fixture.provider.cancelGeneration("abc")).toMatchObject({
      outcome: "found",
      report: { state: "canceled" },
    });
    expect(fixture.server.received[0]).toMatchObject({ method: "POST", path: "/v1/predictions/abc/cancel" });
  });

  it("reports the end of a run that can no longer be cancelled", async () => {
    await using fixture = await startProviderFixture(({ request, response }) =>
      request.method === "POST"
        ? sendJson(response, 422, { detail: "The training has ended" })
        : sendJson(response, 200, trainingBody({ status: "succeeded" })),
    );
    expect(await fixture.provider.cancelTraining("abc")).toMatchObject({
      outcome: "found",
      report: { state: "succeeded" },
    });
  });

  it("says that it does not know when the answer is lost", async () => {
    await using fixture = await startProviderFixture(drop);
    expect(await fixture.provider.cancelGeneration("abc")).toMatchObject({ outcome: "unavailable" });
    expect(fixture.server.received).toHaveLength(1);
  });
});

describe("deleting", () => {
  const address = { account: "alice", name: "42585527-selfie-lora", version: versionHash };

  it("tells deleted, scheduled and already gone apart, all three being done", async () => {
    await using fixture = await startProviderFixture(({ number, response }) => {
      if (number === 2) sendJson(response, 404, { detail: "File not found" });
      else response.writeHead(number === 0 ? 202 : 204).end();
    });
    expect(await fixture.provider.deleteVersion(address)).toEqual({ outcome: "ok", value: "scheduled" });
    expect(await fixture.provider.deleteModel(address)).toEqual({ outcome: "ok", value: "deleted" });
    expect(await fixture.provider.deleteFile("file1")).toEqual({ outcome: "ok", value: "already-gone" });
    expect(fixture.server.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `DELETE /v1/models/alice/42585527-selfie-lora/versions/${versionHash}`,
      "DELETE /v1/models/alice/42585527-selfie-lora",
      "DELETE /v1/files/file1",
    ]);
  });

  it.each([400, 403, 409, 422])("says so when something still stands on it, by status %i", async (status) => {
    await using fixture = await startProviderFixture(answer(status, { detail: "Model has versions" }));
    expect(await fixture.provider.deleteModel(address)).toMatchObject({
      outcome: "failed",
      error: { code: "provider_refused", reason: "in-use" },
    });
  });
});

it("logs what the provider said, without prompts and without the token", async () => {
  await using fixture = await startProviderFixture(answer(422, { detail: `Token ${token} may not` }));
  await fixture.provider.generate(generationOrder);
  expect(fixture.logged()).toContain(generationOrder.intentId);
  expect(fixture.logged()).toContain("[secret] may not");
  expect(fixture.logged()).not.toContain(token);
  expect(fixture.logged()).not.toContain("at sea");
});

it("takes no empty token and no plain http beyond this machine", () => {
  const options = {
    clock: { now: () => new Date() },
    random: () => 0.5,
    log: { info: () => {}, warn: () => {} },
  };
  const https = { ...options, baseUrl: "https://api.replicate.com/v1" };
  expect(() => createReplicateProvider({ ...https, token: "" })).toThrow("needs a token");
  expect(() =>
    createReplicateProvider({ ...options, token, baseUrl: "http://api.replicate.com/v1" }),
  ).toThrow("https");
  expect(createReplicateProvider({ ...https, token })).toBeDefined();
});

it("uses the account that it was given without asking", async () => {
  const provider = createReplicateProvider({
    token,
    baseUrl: "https://api.replicate.com/v1",
    account: "studio",
    clock: { now: () => new Date() },
    random: () => 0.5,
    log: { info: () => {}, warn: () => {} },
    fetch: () => Promise.reject(new Error("nothing should be asked")),
  });
  expect(await provider.accountName()).toEqual({ outcome: "ok", value: "studio" });
});
