import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { startProviderFixture } from "../../test/replicate/provider-fixture.ts";
import { sendJson } from "../../test/replicate/scripted-server.ts";

const bytes = new TextEncoder().encode("PK a zip of selfies");
const upload = { fileName: "0197a000.zip", bytes };
const file = (id: string, sha256: string | null = null) => ({
  id,
  size: bytes.byteLength,
  content_type: "application/zip",
  checksums: { sha256 },
  metadata: {},
  created_at: "2026-05-04T10:00:00Z",
  expires_at: "2026-05-04T11:00:00Z",
  urls: { get: `https://api.example/v1/files/${id}` },
});
const sha256 = createHash("sha256").update(bytes).digest("hex");

describe("uploadTrainingSet", () => {
  it("sends a named file of type zip and gives its address and end", async () => {
    await using fixture = await startProviderFixture(({ response }) => sendJson(response, 201, file("one")));

    expect(await fixture.provider.uploadTrainingSet(upload)).toEqual({
      outcome: "ok",
      value: {
        fileId: "one",
        url: "https://api.example/v1/files/one",
        expiresAt: new Date("2026-05-04T11:00:00Z"),
      },
    });
    const body = String(fixture.server.received[0]?.body);
    expect(body).toMatch(
      /name="content"; filename="0197a000\.zip"\r\ncontent-type: application\/zip\r\n\r\nPK a zip/i,
    );
  });

  it("takes a file without an end for what it is", async () => {
    await using fixture = await startProviderFixture(({ response }) =>
      sendJson(response, 201, { ...file("one"), expires_at: null }),
    );
    expect(await fixture.provider.uploadTrainingSet(upload)).toMatchObject({ value: { expiresAt: null } });
  });

  it("finds the file again by its content when the answer was lost", async () => {
    await using fixture = await startProviderFixture(({ request, response }) => {
      if (request.method === "POST") response.destroy();
      else
        sendJson(response, 200, {
          next: null,
          results: [file("other", "0".repeat(64)), file("mine", sha256)],
        });
    });
    expect(await fixture.provider.uploadTrainingSet(upload)).toMatchObject({
      outcome: "ok",
      value: { fileId: "mine" },
    });
    expect(fixture.server.received.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("fails with the first error when the file did not arrive", async () => {
    await using fixture = await startProviderFixture(({ request, response }) => {
      if (request.method === "POST") sendJson(response, 500, { detail: "An unexpected error ocurred" });
      else sendJson(response, 200, { next: null, results: [] });
    });
    expect(await fixture.provider.uploadTrainingSet(upload)).toMatchObject({
      outcome: "failed",
      error: { code: "provider_unavailable", reason: "server-error" },
    });
  });

  it("says when the set is too large", async () => {
    await using fixture = await startProviderFixture(({ response }) =>
      sendJson(response, 413, { detail: "Files must be less than 100MB" }),
    );
    expect(await fixture.provider.uploadTrainingSet(upload)).toMatchObject({
      outcome: "failed",
      error: { code: "provider_refused", reason: "too-large" },
    });
    expect(fixture.server.received).toHaveLength(1);
  });

  it("throws for a name that trainers would refuse", async () => {
    await using fixture = await startProviderFixture(({ response }) => sendJson(response, 201, file("one")));
    await expect(fixture.provider.uploadTrainingSet({ fileName: "selfies", bytes })).rejects.toThrow(/\.zip/);
  });
});
