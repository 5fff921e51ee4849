import type { Simulation } from "../simulation.ts";

/** Gives every account of the settings its webhook secret, once; a secret in the settings replaces the first's. */
export async function ensureAccounts(simulation: Simulation): Promise<void> {
  const { identifiers, settings, stores } = simulation;
  for (const [index, { username }] of settings.accounts.entries()) {
    const wanted = index === 0 ? settings.webhookSecret : undefined;
    const known = stores.accounts.get(username);
    if (known !== undefined && (wanted === undefined || wanted === known.webhookSecret)) continue;
    await stores.accounts.put({
      id: username,
      sequence: known?.sequence ?? simulation.nextSequence(),
      webhookSecret: wanted ?? identifiers.secret(),
    });
  }
}
