import type { Simulation } from "../simulation.ts";

/** Removes an upload and its bytes. */
export async function deleteFile(simulation: Simulation, id: string): Promise<void> {
  await simulation.stores.files.remove(id);
  await simulation.bytes.remove(`file-${id}`);
}
