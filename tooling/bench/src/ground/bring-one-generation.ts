import { setTimeout as pause } from "node:timers/promises";
import type { Simulator } from "@selfsame/replicate-simulator";
import { z } from "zod";

const patienceMs = 120_000;
const betweenLooksMs = 200;

/**
 * Signs a person up over HTTP, trains their model on drawn selfies, and asks for a portrait that the provider takes and
 * does not begin with.
 *
 * @returns the generation's id
 */
export async function bringOneGeneration(studioUrl: string, faults: Simulator["faults"]): Promise<string> {
  const signedUp = await fetch(`${studioUrl}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: studioUrl },
    body: JSON.stringify({ name: "", email: "ada@example.org", password: "a sentence of the measuring" }),
  });
  const { token } = z.object({ token: z.string() }).parse(await signedUp.json());
  const call = async (procedure: string, input?: object): Promise<unknown> => {
    const isQuestion = input === undefined;
    const response = await fetch(`${studioUrl}/trpc/${procedure}`, {
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(isQuestion ? {} : { method: "POST", body: JSON.stringify(input) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${procedure} was answered with ${response.status}: ${text}`);
    return z.object({ result: z.object({ data: z.unknown() }) }).parse(JSON.parse(text)).result.data;
  };
  const { version } = z.object({ version: z.string() }).parse(await call("account.consentText"));
  await call("account.giveConsent", { textVersion: version, adult: true, ownFace: true });
  await call("selfies.addDrawn", {});
  await call("models.train", {});
  const model = z.object({ trainings: z.array(z.object({ status: z.string() })) }).nullable();
  await until("the model to be ready", async () => {
    const [training] = model.parse(await call("models.get"))?.trainings ?? [];
    return training?.status === "ready";
  });
  faults.add({ kind: "stuck-in-starting", job: "prediction" });
  const asked = await call("generations.create", { brief: "by a window, calm" });
  const { id } = z.object({ id: z.uuid() }).parse(asked);
  await until("the provider to take the generation", async () => {
    const input = encodeURIComponent(JSON.stringify({ generationId: id }));
    const { status } = z.object({ status: z.string() }).parse(await call(`generations.get?input=${input}`));
    return status === "submitted";
  });
  return id;
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const latest = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > latest)
      throw new Error(`In ${patienceMs / 1_000} s there was no end of waiting for ${what}`);
    await pause(betweenLooksMs);
  }
}
