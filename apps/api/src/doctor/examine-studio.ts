import { checkStorage } from "../images/check-storage.ts";
import { checkTrainer } from "../replicate/check-trainer.ts";
import { defaultTrainerId, trainers } from "../replicate/trainers.ts";
import type { Studio } from "../studio/studio.ts";
import { describeStudio } from "../operator/describe-studio.ts";
import { type Finding, note, well, wrong } from "./finding.ts";

/** Looks at everything that a running studio stands on, each part by using it, and says what is wrong and what to do. */
export const examineStudio = async (studio: Studio): Promise<Finding[]> => [
  await examine(
    "database",
    async () => {
      const { gauges } = await describeStudio(studio);
      return well(
        "database",
        `It answers; ${gauges.find(({ name }) => name === "credits_held")?.value ?? 0} credits are held.`,
      );
    },
    "Look at the log; with DATABASE_URL, whether PostgreSQL is up and takes the login.",
  ),
  await examine(
    "storage",
    async () => {
      await checkStorage(studio.images);
      return well("storage", "A picture was written, read back and removed.");
    },
    "Look at the free space and the owner of DATA_DIR, or at the bucket's name, address and key.",
  ),
  await examineProvider(studio),
  examineReach(studio),
  await examineWork(studio),
];

const examine = async (part: string, look: () => Promise<Finding>, fix: string): Promise<Finding> => {
  try {
    return await look();
  } catch (error) {
    return wrong(part, error instanceof Error ? error.message : String(error), fix);
  }
};

const examineProvider = async ({ provider, settings }: Studio): Promise<Finding> => {
  const account = await provider.accountName();
  if (account.outcome === "failed")
    return wrong(
      "provider",
      `It does not take the token: ${account.error.code}.`,
      "Look at REPLICATE_API_TOKEN and REPLICATE_BASE_URL, and at the account's credit.",
    );
  if (settings.simulated)
    return note(
      "provider",
      "A simulator stands in: every portrait is drawn, and says so.",
      "Set REPLICATE_API_TOKEN for real ones.",
    );
  const trainer = await checkTrainer(provider, trainers[defaultTrainerId]);
  if (trainer.outcome === "differs")
    return wrong(
      "provider",
      `The pinned trainer is not what the studio knows: ${trainer.lines.join("; ")}`,
      "Trainings may fail. Update the studio, or ask its developers.",
    );
  return well("provider", `It knows the token as ${account.value}, and has the pinned trainer.`);
};

const examineReach = ({ settings }: Studio): Finding =>
  settings.webhookBaseUrl === null
    ? note(
        "webhooks",
        "The provider cannot reach this studio, so it is asked for news: portraits come some seconds later.",
        "Set PUBLIC_URL to the address that the internet reaches this studio by.",
      )
    : well("webhooks", `The provider tells of news at ${settings.webhookBaseUrl}.`);

const examineWork = async (studio: Studio): Promise<Finding> => {
  const { alarms, paused } = await describeStudio(studio);
  if (paused !== null)
    return note(
      "work",
      `The studio is paused: ${paused.reason}`,
      "npm run operate -- resume takes paid work again.",
    );
  return alarms === 0
    ? well("work", "Nothing is stuck, nothing was set aside, and every ledger adds up.")
    : wrong("work", `${alarms} things want a person.`, "npm run operate -- state names them.");
};
