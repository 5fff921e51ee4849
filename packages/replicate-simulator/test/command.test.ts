import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import Replicate from "replicate";
import { expect, it, onTestFinished } from "vitest";
import { checkedFetch } from "./checked-fetch.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { trainedVersion } from "./trained-version.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

function run(...typed: string[]) {
  const child = spawn(process.execPath, ["--conditions=@selfsame/source", main, ...typed], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return child;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("The command has no output.");
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  return line;
}

const clientOf = (url: string) =>
  new Replicate({ auth: "r8_mine", baseUrl: `${url}/v1`, fetch: checkedFetch, useFileOutput: false });

it("prints its address first, keeps a trained model over a kill, and stops when it is told to", async () => {
  const folder = await temporaryFolder();
  const typed = [
    "--port",
    "0",
    "--data",
    folder,
    "--token",
    "r8_mine",
    "--username",
    "studio",
    "--speed",
    "instant",
  ];
  const first = run(...typed);
  const version = await trainedVersion(clientOf(await firstLine(first)), 1);
  first.kill("SIGKILL");
  await once(first, "exit");

  const second = run(...typed);
  const url = await firstLine(second);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await clientOf(url).models.get("studio", "portrait")).latest_version?.id).toBe(version);
  second.kill("SIGTERM");
  expect(await once(second, "exit")).toEqual([0, null]);
});

it("says in one line what is wrong with an argument, or that the port is taken", async () => {
  const fails = async (...typed: string[]) => {
    const child = run(...typed);
    const [written] = await Promise.all([text(child.stderr), once(child, "exit")]);
    return [child.exitCode, written];
  };
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const port = String((taken.address() as AddressInfo).port);
  expect(await fails("--speed", "fast")).toEqual([
    1,
    '--speed takes instant, real or a number above 0, not "fast".\n',
  ]);
  expect(await fails("--unknown")).toEqual([1, expect.stringContaining("--unknown")]);
  expect(await fails("--port", port)).toEqual([
    1,
    `Port ${port} of 127.0.0.1 is taken. Choose another with --port.\n`,
  ]);
  taken.close();
});

it("explains itself", async () => {
  const child = run("--help");
  expect(await text(child.stdout)).toContain("--speed S");
});
