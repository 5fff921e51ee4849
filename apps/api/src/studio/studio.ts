import type { Logger } from "pino";
import type { SignInRecords } from "../account/sign-in-records.ts";
import type { OfferedProvider } from "../auth/identity-providers.ts";
import type { SpoolRows } from "../backup/list-backup-entries.ts";
import type { Clock } from "../clock/clock.ts";
import type { CreditSettings } from "../credits/credit-settings.ts";
import type { StudioLedger } from "../credits/studio-ledger.ts";
import type { ActingAs, SubjectTransaction } from "../db/acting-as.ts";
import type { WakeUps } from "../events/wake-ups.ts";
import type { Identifiers } from "../identifiers/identifiers.ts";
import type { ImageStore } from "../images/image-store.ts";
import type { ImageWork } from "../images/image-work.ts";
import type { AnchorStore } from "../isolation/anchor.ts";
import type { ChainFinder } from "../isolation/chain-finder.ts";
import type { Proof } from "../isolation/make-proof.ts";
import type { ProofChecks } from "../isolation/proof-checks.ts";
import type { JobQueue } from "../jobs/job-queue.ts";
import type { Faces } from "../measuring/faces.ts";
import type { ToMeasureFinder } from "../measuring/to-measure.ts";
import type { Keyring } from "../keys/keyring.ts";
import type { MailPort } from "../mail/mail.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { StylistEngine } from "../maya/stylist-engine.ts";
import type { Download } from "../replicate/download-output.ts";
import type { WebhookCheck } from "../replicate/check-webhook.ts";
import type { OperatorLog } from "../operator/operator-log.ts";
import type { StudioWatch } from "../operator/studio-watch.ts";
import type { RateLimits } from "../rate-limits/rate-limits.ts";
import type { Provider } from "../replicate/provider.ts";
import type { WebhookHeaders } from "../standard-webhooks/verify-webhook.ts";
import type { OwnerFinder } from "./owner-finder.ts";

export type { SubjectTransaction };

/** How this studio was set up. */
export interface StudioSettings {
  /** Whether the provider is the simulator: every portrait is then marked as simulated. */
  readonly simulated: boolean;
  /** Where the provider can reach this server, or null where it cannot and is asked instead. */
  readonly webhookBaseUrl: string | null;
  /** The provider's account that new portrait models are made in. */
  readonly modelAccount: string;
  /** The studio's address as people see it, without a slash at its end. */
  readonly pageUrl: string;
  /** The shortest password sign-up takes. */
  readonly minimumPasswordCharacters: number;
  /** Who else may say that somebody is who they are, as the sign-in page offers it. */
  readonly identityProviders: readonly OfferedProvider[];
  /** How many days a portrait stays in the trash before it is removed for good. */
  readonly trashDays: number;
  /** What things cost, what one begins with, and how much may be spent. */
  readonly credits: CreditSettings;
}

/** Everything a verb works with; nothing in it is a global. */
export interface Studio {
  readonly actingAs: ActingAs;
  /** For questions of several statements: they see one moment, and cannot write. */
  readonly readingAs: ActingAs;
  readonly owners: OwnerFinder;
  readonly signIn: SignInRecords;
  readonly ledger: StudioLedger;
  readonly chains: ChainFinder;
  readonly anchors: AnchorStore;
  readonly proofChecks: ProofChecks<Proof>;
  /** The studio's own keys: they encrypt and seal what is kept. */
  readonly keyring: Keyring;
  readonly wakeUps: WakeUps;
  readonly jobs: JobQueue;
  readonly images: ImageStore;
  readonly imageWork: ImageWork;
  /** The face networks of this process; null: nothing is measured here. */
  readonly faces: Faces | null;
  readonly toMeasure: ToMeasureFinder;
  readonly provider: Provider;
  /** Whoever answers in Maya's name. */
  readonly stylist: StylistEngine;
  /** Fetches one finished picture from where the provider keeps it, within limits. */
  readonly download: (address: string) => Promise<Download>;
  /** Says whether a webhook really comes from the provider. */
  readonly verifyWebhook: (headers: WebhookHeaders, body: Uint8Array) => Promise<WebhookCheck>;
  readonly rateLimits: RateLimits;
  /** The way out for mail. */
  readonly mail: MailPort;
  /** Writes every row of one moment into a folder, for a backup. */
  readonly spoolRows: SpoolRows;
  /** Looks over the work of all subjects at once. */
  readonly watch: StudioWatch;
  /** What operators have ordered. */
  readonly operatorLog: OperatorLog;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  readonly log: Logger;
  readonly settings: StudioSettings;
}
