import type { Simulation } from "../simulation.ts";

/** Takes a file off the delivery host; its address answers 404 from now on. */
export async function removeDelivery(simulation: Simulation, path: string): Promise<void> {
  await simulation.stores.deliveries.remove(path);
  await simulation.bytes.remove(path);
}
