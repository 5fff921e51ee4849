import { z } from "zod";
import { providerToken } from "./create-test-studio.ts";

const page = z.object({
  results: z.array(
    z.object({ id: z.string(), status: z.string(), input: z.record(z.string(), z.unknown()).nullish() }),
  ),
});

/** What the provider itself says it was asked for, newest first: the truth about what was paid. */
export async function providerList(simulatorUrl: string, kind: "predictions" | "trainings") {
  const response = await fetch(`${simulatorUrl}/v1/${kind}`, {
    headers: { authorization: `Bearer ${providerToken}` },
  });
  return page.parse(await response.json()).results;
}
