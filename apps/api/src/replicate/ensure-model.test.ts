import { describe, expect, it } from "vitest";
import { startProviderFixture } from "../../test/replicate/provider-fixture.ts";
import { type Script, sendJson } from "../../test/replicate/scripted-server.ts";

const address = { account: "alice", name: "42585527-selfie-lora" };
const model = (visibility: "private" | "public") => ({ owner: "alice", name: address.name, visibility });
const hardware = [{ sku: "cpu" }, { sku: "gpu-h100" }, { sku: "gpu-t4" }];

/** A server that has the model when `isThere` says so, and leaves its creation to `create`. */
function serverWith(isThere: (creations: number) => boolean, create: Script) {
  let creations = 0;
  const script: Script = (exchange) => {
    const { request, response } = exchange;
    if (request.path === "/v1/hardware") return sendJson(response, 200, hardware);
    if (request.method === "GET") {
      return isThere(creations)
        ? sendJson(response, 200, model("private"))
        : sendJson(response, 404, { detail: "no" });
    }
    creations += 1;
    return create(exchange);
  };
  return script;
}

describe("ensureModel", () => {
  it("leaves an existing private model as it is", async () => {
    await using fixture = await startProviderFixture(({ response }) =>
      sendJson(response, 200, model("private")),
    );
    expect(await fixture.provider.ensureModel(address)).toEqual({ outcome: "ok", value: { created: false } });
    expect(fixture.server.received.map(({ path }) => path)).toEqual([
      "/v1/models/alice/42585527-selfie-lora",
    ]);
  });

  it("refuses to use a model that anyone may run", async () => {
    await using fixture = await startProviderFixture(({ response }) =>
      sendJson(response, 200, model("public")),
    );
    expect(await fixture.provider.ensureModel(address)).toMatchObject({
      outcome: "failed",
      error: { code: "provider_refused", reason: "model-public" },
    });
  });

  it("creates a private one on the cheapest hardware that is offered", async () => {
    await using fixture = await startProviderFixture(
      serverWith(
        () => false,
        ({ response }) => sendJson(response, 201, model("private")),
      ),
    );
    expect(await fixture.provider.ensureModel(address)).toEqual({ outcome: "ok", value: { created: true } });
    expect(JSON.parse(String(fixture.server.received.at(-1)?.body))).toEqual({
      owner: "alice",
      name: "42585527-selfie-lora",
      visibility: "private",
      hardware: "gpu-t4",
    });
  });

  it.each<[string, Script]>([
    ["the answer was lost", ({ response }) => void response.destroy()],
    ["somebody else was faster", ({ response }) => sendJson(response, 409, { detail: "exists already" })],
  ])("is content with the model that is there although %s", async (_name, create) => {
    await using fixture = await startProviderFixture(serverWith((made) => made > 0, create));
    expect(await fixture.provider.ensureModel(address)).toEqual({ outcome: "ok", value: { created: true } });
    expect(fixture.server.received.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("says why there is none", async () => {
    await using fixture = await startProviderFixture(
      serverWith(
        () => false,
        ({ response }) => sendJson(response, 403, { detail: "limit of 1,000 models" }),
      ),
    );
    expect(await fixture.provider.ensureModel(address)).toMatchObject({
      outcome: "failed",
      error: { code: "provider_refused", reason: "not-allowed" },
    });
  });

  it("creates nothing when it is not known whether there is one", async () => {
    await using fixture = await startProviderFixture(({ response }) => void response.destroy());
    expect(await fixture.provider.ensureModel(address)).toMatchObject({ outcome: "failed" });
    expect(fixture.server.received.every(({ method }) => method === "GET")).toBe(true);
  });
});
