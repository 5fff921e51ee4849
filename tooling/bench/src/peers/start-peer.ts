import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A peer in a process of its own. */
export interface RunningPeer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts one of this folder's programs, whose first line tells its address. */
export async function startPeer(program: string, args: readonly string[]): Promise<RunningPeer> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const ended = once(child, "close");
  const { stdout } = child;
  if (stdout === null) throw new Error("The peer has no output");
  const line = await Promise.race([once(createInterface({ input: stdout }), "line"), ended.then(() => null)]);
  if (line === null) throw new Error(`The peer ${program} ended before it listened`);
  return {
    url: String(line[0]),
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
