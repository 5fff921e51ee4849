import type { Simulation } from "../simulation.ts";
import { deleteFile } from "./delete-file.ts";
import type { FileRecord } from "./file-record.ts";

/** Sees to it that a file goes when its time is over. */
export function scheduleFileExpiry(simulation: Simulation, file: FileRecord): void {
  simulation.clock.after(file.expiresAt - simulation.clock.now(), () => deleteFile(simulation, file.id));
}
