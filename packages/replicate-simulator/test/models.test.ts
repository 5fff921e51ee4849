import { expect, it } from "vitest";
import { openapiReason } from "./openapi-document.ts";
import { startTestSimulator } from "./start-test-simulator.ts";
import { trainedVersion, trainer, trigger } from "./trained-version.ts";
import { whileTimePasses } from "./while-time-passes.ts";

const portrait = { owner: "studio", name: "portrait", visibility: "private", hardware: "gpu-h100" };

const statusAndDetail = async (response: Response) => {
  const body = (await response.json()) as { detail: string };
  return [response.status, body.detail];
};

it(`creates, shows, changes and deletes a model${openapiReason}`, async () => {
  const { call } = await startTestSimulator();
  const created = await call("POST", "/models", { ...portrait, description: "mine" });
  expect(created.status).toBe(201);
  expect(await created.json()).toMatchObject({
    owner: "studio",
    name: "portrait",
    latest_version: null,
    run_count: 0,
  });
  const changed = await call("PATCH", "/models/studio/portrait", {
    readme: "# Mine",
    github_url: "https://a.b/c",
  });
  expect(await changed.json()).toMatchObject({ description: "mine", github_url: "https://a.b/c" });
  expect(await (await call("GET", "/models/studio/portrait/readme")).text()).toBe("# Mine");
  expect((await call("GET", "/models/studio/portrait/examples")).status).toBe(200);
  expect((await call("DELETE", "/models/studio/portrait")).status).toBe(204);
  expect((await call("GET", "/models/studio/portrait")).status).toBe(404);
});

it("refuses a model that is there already, belongs to somebody else, or lacks fields", async () => {
  const { call } = await startTestSimulator();
  await call("POST", "/models", portrait);
  expect((await call("POST", "/models", portrait)).status).toBe(422);
  expect((await call("POST", "/models", { ...portrait, owner: "somebody" })).status).toBe(403);
  expect(await statusAndDetail(await call("POST", "/models", { owner: "studio" }))).toEqual([
    422,
    "- name is required\n- visibility is required\n- hardware is required\n",
  ]);
  expect((await call("POST", "/models", { ...portrait, name: "b", hardware: "abacus" })).status).toBe(422);
});

it("lists public models in the order asked for, and no private ones", async () => {
  const { call } = await startTestSimulator();
  await call("POST", "/models", portrait);
  const names = async (query: string) => {
    const page = (await (await call("GET", `/models${query}`)).json()) as { results: { name: string }[] };
    return page.results.map(({ name }) => name);
  };
  expect(await names("")).toEqual([
    "fast-flux-trainer",
    "flux-dev-lora-trainer",
    "flux-dev-lora",
    "flux-dev",
  ]);
  const oldestFirst = await names("?sort_by=model_created_at&sort_direction=asc");
  expect(oldestFirst[0]).toBe("flux-dev");
  expect((await call("GET", "/models?sort_by=name")).status).toBe(400);
});

it("searches models and collections", async () => {
  const { call } = await startTestSimulator();
  const found = (await (await call("GET", "/search?query=trainer&limit=1")).json()) as { models: unknown[] };
  expect(found.models).toHaveLength(1);
  expect((await call("GET", "/search")).status).toBe(400);
  expect((await call("GET", "/search?query=a&limit=51")).status).toBe(400);
});

it("shows a version with its whole schema, newest first", async () => {
  const { replicate } = await startTestSimulator();
  const version = await trainedVersion(replicate);
  const listed = await replicate.models.versions.list("studio", "portrait");
  expect(listed).toMatchObject({ results: [{ id: version }] });
  const shown = await replicate.models.versions.get("studio", "portrait", version);
  expect(shown.openapi_schema).toMatchObject({
    components: { schemas: { Input: { properties: { guidance_scale: { default: 3, maximum: 10 } } } } },
  });
  const model = await replicate.models.get("studio", "portrait");
  expect(model.latest_version?.id).toBe(version);
});

it("deletes a version with its predictions and outputs, and then the model", async () => {
  const { call, replicate, simulator } = await startTestSimulator({ speed: "real", clock: "manual" });
  const version = await whileTimePasses(simulator, () => trainedVersion(replicate));
  const path = `/models/studio/portrait/versions/${version}`;
  const prediction = await replicate.predictions.create({ version, input: { prompt: trigger } });
  await simulator.clock.advance(70_000);
  const { output } = await replicate.predictions.get(prediction.id);
  expect(await statusAndDetail(await call("DELETE", "/models/studio/portrait"))).toEqual([
    403,
    "You can only delete models that have no versions associated with them",
  ]);
  expect((await call("DELETE", path)).status).toBe(202);
  expect((await call("GET", path)).status).toBe(200);
  await simulator.clock.advance(60_000);
  expect((await call("GET", path)).status).toBe(404);
  expect((await call("GET", `/predictions/${prediction.id}`)).status).toBe(404);
  expect((await fetch((output as string[])[0] ?? "")).status).toBe(404);
  expect((await call("DELETE", "/models/studio/portrait")).status).toBe(204);
});

it("keeps one account's private models from another", async () => {
  const { call, replicate } = await startTestSimulator({
    accounts: [{ token: "r8_other", username: "other" }],
  });
  const version = await trainedVersion(replicate);
  const other = { authorization: "Bearer r8_other" };
  expect((await call("GET", "/models/studio/portrait", undefined, other)).status).toBe(404);
  const body = { version, input: { prompt: trigger } };
  expect(await statusAndDetail(await call("POST", "/predictions", body, other))).toEqual([
    422,
    "The specified version does not exist (or perhaps you don't have permission to use it?)",
  ]);
  const made = await replicate.predictions.create(body);
  expect((await call("GET", `/predictions/${made.id}`, undefined, other)).status).toBe(404);
  const training = { destination: "studio/portrait", input: { input_images: "https://example.com/a.zip" } };
  const path = `/models/${trainer.owner}/${trainer.name}/versions/${trainer.version}/trainings`;
  expect(await statusAndDetail(await call("POST", path, training, other))).toEqual([
    404,
    "The specified training destination does not exist",
  ]);
});
