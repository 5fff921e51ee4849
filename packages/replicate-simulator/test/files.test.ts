import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { openapiReason } from "./openapi-document.ts";
import { startTestSimulator, testToken, type TestSimulator } from "./start-test-simulator.ts";

async function upload({ simulator }: TestSimulator, form: FormData): Promise<Response> {
  return fetch(`${simulator.url}/v1/files`, {
    method: "POST",
    headers: { authorization: `Bearer ${testToken}` },
    body: form,
  });
}

function formOf(parts: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) form.append(name, part);
  return form;
}

const content = new File(["hello"], "a.txt", { type: "text/plain" });

it(`gives a file to whoever has a signed address, until that expires${openapiReason}`, async () => {
  const test = await startTestSimulator();
  const { simulator, call } = test;
  const { id } = (await (await upload(test, formOf({ content }))).json()) as { id: string };
  const expiry = Math.floor(simulator.clock.now() / 1000) + 60;
  const sign = (signedId: string, secret = simulator.webhookSecret) =>
    createHmac("sha256", secret).update(`studio ${signedId} ${expiry}`).digest("base64");
  const get = (signature: string, owner = "studio") =>
    call(
      "GET",
      `/files/${id}/download?${new URLSearchParams({ owner, expiry: String(expiry), signature }).toString()}`,
    );
  expect(await (await get(sign(id))).text()).toBe("hello");
  const refused = [await get(sign("other")), await get(sign(id, "guess")), await get(sign(id), "somebody")];
  expect(refused.map(({ status }) => status)).toEqual([404, 404, 404]);
  await simulator.clock.advance(61_000);
  expect((await get(sign(id))).status).toBe(404);
});

it("forgets a file after an hour", async () => {
  const test = await startTestSimulator({ clock: "manual" });
  const { id, created_at, expires_at } = (await (await upload(test, formOf({ content }))).json()) as {
    id: string;
    created_at: string;
    expires_at: string;
  };
  expect(Date.parse(expires_at) - Date.parse(created_at)).toBe(3_600_000);
  await test.simulator.clock.advance(3_599_999);
  expect((await test.call("GET", `/files/${id}`)).status).toBe(200);
  await test.simulator.clock.advance(1);
  const gone = await test.call("GET", `/files/${id}`);
  expect([gone.status, await gone.json()]).toEqual([404, { detail: "File not found", status: 404 }]);
});

it("takes name, type and metadata as parts of their own", async () => {
  const test = await startTestSimulator();
  const form = formOf({ content, filename: "b.zip", type: "application/zip", metadata: '{"for":"test"}' });
  expect(await (await upload(test, form)).json()).toMatchObject({
    name: "b.zip",
    content_type: "application/zip",
    metadata: { for: "test" },
  });
});

it.each([
  ["no content", formOf({ filename: "a" })],
  ["a name of 256 bytes", formOf({ content, filename: "a".repeat(256) })],
  ["metadata that is no object", formOf({ content, metadata: "[1]" })],
  ["metadata that is no JSON", formOf({ content, metadata: "{" })],
])("refuses %s", async (_, form) => {
  const test = await startTestSimulator();
  expect((await upload(test, form)).status).toBe(422);
});

it("refuses what is no form with 400, and more than 100 MB with 413", async () => {
  const test = await startTestSimulator();
  expect((await test.call("POST", "/files", { content: "hello" })).status).toBe(400);
  const large = new File([new Uint8Array(100 * 1024 * 1024 + 1)], "large.zip");
  const refused = await upload(test, formOf({ content: large }));
  expect([refused.status, await refused.json()]).toEqual([
    413,
    { detail: "Files must be less than 100MB in size", status: 413 },
  ]);
});
