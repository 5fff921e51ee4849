import type { Studio } from "../studio/studio.ts";
import type { DeadLetter } from "./dead-letter.ts";

/** The jobs that were set aside after their last try, oldest first. */
export const listDeadLetters = ({ jobs }: Pick<Studio, "jobs">): Promise<DeadLetter[]> => jobs.setAside();
