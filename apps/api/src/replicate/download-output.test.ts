import { describe, expect, it } from "vitest";
import { manualTime } from "../../test/replicate/manual-time.ts";
import { type Script, sendJson, startScriptedServer } from "../../test/replicate/scripted-server.ts";
import { type DownloadLimits, downloadOutput } from "./download-output.ts";

const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const sendPicture: Script = ({ response }) => {
  response.writeHead(200, { "content-type": "image/png" });
  response.end(picture);
};

async function download(script: Script, limits: Partial<DownloadLimits> = {}, path = "/out-0.png") {
  await using server = await startScriptedServer(script);
  const time = manualTime("2026-05-04T10:00:00Z");
  const result = await downloadOutput(`${server.origin}${path}`, {
    localOrigin: server.origin,
    timers: time.timers,
    random: () => 0.5,
    log: { info: () => {}, warn: () => {} },
    limits,
  });
  return { result, received: server.received, waitsMs: time.waitsMs };
}

/** Which addresses were asked for, without a network. */
async function requested(address: string, localOrigin: string | null): Promise<readonly string[]> {
  const asked: string[] = [];
  const time = manualTime("2026-05-04T10:00:00Z");
  await downloadOutput(address, {
    localOrigin,
    timers: time.timers,
    random: () => 0.5,
    log: { info: () => {}, warn: () => {} },
    fetch: (input) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return Promise.resolve(new Response(picture));
    },
  });
  return asked;
}

describe("downloadOutput", () => {
  it("gives the bytes and what they are said to be", async () => {
    const { result, received } = await download(sendPicture);
    expect(result).toEqual({ outcome: "ok", bytes: new Uint8Array(picture), contentType: "image/png" });
    expect(received[0]?.headers).not.toHaveProperty("authorization");
  });

  it.each([403, 404, 410])("says that an output is gone at once when the answer is %i", async (status) => {
    const { result, received } = await download(({ response }) => sendJson(response, status, {}));
    expect(result).toMatchObject({ outcome: "failed", code: "expired" });
    expect(received).toHaveLength(1);
  });

  it("tries again after a broken connection and an error page", async () => {
    const { result, waitsMs } = await download((exchange) => {
      if (exchange.number === 0) exchange.response.destroy();
      else if (exchange.number === 1) sendJson(exchange.response, 503, {});
      else return sendPicture(exchange);
    });
    expect(result.outcome).toBe("ok");
    expect(waitsMs).toEqual([250, 500]);
  });

  it("takes no picture that was cut off", async () => {
    const { result, received } = await download(({ response }) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write(picture, () => response.destroy());
    });
    expect(result).toMatchObject({ outcome: "failed", code: "unavailable" });
    expect(received).toHaveLength(3);
  });

  it.each<[string, Script]>([
    [
      "announces too much",
      ({ response }) => {
        response.writeHead(200, { "content-length": "101" });
        response.end("x".repeat(101));
      },
    ],
    ["sends too much without saying so", ({ response }) => void response.end("x".repeat(101))],
  ])("gives up an output that %s", async (_name, script) => {
    const { result, received } = await download(script, { sizeBytes: 100 });
    expect(result).toMatchObject({ outcome: "failed", code: "too-large" });
    expect(received).toHaveLength(1);
  });

  it("gives up an output that does not come in time", async () => {
    const time = manualTime("2026-05-04T10:00:00Z");
    await using server = await startScriptedServer(() => time.expire());
    const result = await downloadOutput(`${server.origin}/out-0.png`, {
      localOrigin: server.origin,
      timers: time.timers,
      random: () => 0.5,
      log: { info: () => {}, warn: () => {} },
      limits: { attempts: 2 },
    });
    expect(result).toMatchObject({ outcome: "failed", code: "timeout" });
    expect(server.received).toHaveLength(2);
  });

  it("follows a redirect on the same ground", async () => {
    const { result } = await download(
      (exchange) => {
        if (exchange.request.path !== "/moved.png") return sendPicture(exchange);
        exchange.response.writeHead(302, { location: "/out-0.png" }).end();
      },
      {},
      "/moved.png",
    );
    expect(result.outcome).toBe("ok");
  });

  it("does not follow a redirect to another host", async () => {
    await using elsewhere = await startScriptedServer(sendPicture);
    const { result } = await download(({ response }) => {
      response.writeHead(302, { location: `${elsewhere.origin}/secret` }).end();
    });
    expect(result).toMatchObject({ outcome: "failed", code: "wrong-host" });
    expect(elsewhere.received).toEqual([]);
  });

  it("gives up a ring of redirects", async () => {
    const { result } = await download(
      ({ response }) => void response.writeHead(302, { location: "/again" }).end(),
      {
        attempts: 1,
      },
    );
    expect(result).toMatchObject({ outcome: "failed", code: "unavailable" });
  });

  it.each(["https://replicate.delivery/xezq/a/out-0.png", "https://pbxt.replicate.delivery/a/out-0.png"])(
    "asks the delivery hosts: %s",
    async (address) => {
      expect(await requested(address, null)).toEqual([address]);
    },
  );

  it.each([
    "http://replicate.delivery/a.png",
    "https://replicate.delivery:8443/a.png",
    "https://evilreplicate.delivery/a.png",
    "https://replicate.delivery.example/a.png",
    "https://user:word@replicate.delivery/a.png",
    "http://127.0.0.1:4010/a.png",
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "data:image/png;base64,AAAA",
    "out-0.png",
  ])("asks nobody else: %s", async (address) => {
    expect(await requested(address, null)).toEqual([]);
  });

  it("asks the local server only under its very origin", async () => {
    expect(await requested("http://127.0.0.1:4010/a.png", "http://127.0.0.1:4010")).toHaveLength(1);
    expect(await requested("http://127.0.0.1:4011/a.png", "http://127.0.0.1:4010")).toEqual([]);
  });
});
