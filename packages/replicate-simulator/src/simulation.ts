import type { AccountRecord } from "./accounts/account-record.ts";
import type { Clock } from "./clock/clock.ts";
import type { DeploymentRecord } from "./deployments/deployment-record.ts";
import type { PortraitPainter } from "./drawing/portrait-painter.ts";
import type { FaultBoard } from "./faults/fault-board.ts";
import type { DeliveryRecord } from "./files/delivery-record.ts";
import type { FileRecord } from "./files/file-record.ts";
import type { JobRecord } from "./jobs/job-record.ts";
import type { ModelRecord } from "./models/model-record.ts";
import type { VersionRecord } from "./models/version-record.ts";
import type { Identifiers } from "./random/identifiers.ts";
import type { SeededRandom } from "./random/seeded-random.ts";
import type { Settings } from "./settings.ts";
import type { ByteStore } from "./storage/byte-store.ts";
import type { RecordStore } from "./storage/record-store.ts";

/** Everything the simulator remembers. */
export interface Stores {
  readonly accounts: RecordStore<AccountRecord>;
  readonly models: RecordStore<ModelRecord>;
  readonly versions: RecordStore<VersionRecord>;
  readonly files: RecordStore<FileRecord>;
  readonly deliveries: RecordStore<DeliveryRecord>;
  readonly deployments: RecordStore<DeploymentRecord>;
  readonly jobs: RecordStore<JobRecord>;
}

/** What every part of the simulator stands on: its settings, time, chance and memory. */
export interface Simulation {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly random: SeededRandom;
  readonly identifiers: Identifiers;
  readonly stores: Stores;
  readonly bytes: ByteStore;
  readonly faults: FaultBoard;
  readonly painter: PortraitPainter;
  /** The next number in the order of all records. */
  nextSequence(): number;
  /** Where the server listens, without a slash at the end; known once it does. */
  origin(): string;
  /** Told of faults of the simulator itself. */
  onProblem(problem: unknown): void;
}
