import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { openCountedFile } from "./counted-file.ts";

it("is sent byte for byte in a form, and tells how far it is on the way", async () => {
  const folder = await mkdtemp(join(tmpdir(), "selfsame-counted-"));
  const content = randomBytes(300_000);
  await writeFile(join(folder, "photo.jpg"), content);
  const server = createServer((incoming, answer) => {
    void buffer(incoming).then((body) => answer.end(body.subarray(0)));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A TCP server has a port.");
  const taken: number[] = [];
  try {
    const form = new FormData();
    form.append("file", await openCountedFile(join(folder, "photo.jpg"), (bytes) => taken.push(bytes)));
    const url = `http://127.0.0.1:${address.port}`;
    const answer = await fetch(url, { method: "POST", body: form });
    const body = Buffer.from(await answer.arrayBuffer());
    expect(body.includes(content)).toBe(true);
    expect(body.includes('filename="photo.jpg"')).toBe(true);
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
  expect(taken.length).toBeGreaterThan(1);
  expect(taken).toEqual(taken.toSorted((a, b) => a - b));
  expect(taken.at(-1)).toBe(content.byteLength);
});
