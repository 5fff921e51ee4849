import { findSubject } from "../account/account.store.ts";
import { findTraining } from "../models/model.store.ts";
import type { Studio } from "../studio/studio.ts";
import { trainedMail, trainingFailedMail } from "./notice-mails.ts";
import { toSettingsView } from "./settings-view.ts";
import { findSettings } from "./subject-settings.store.ts";

/**
 * Writes to a person that their training has ended, if they want it and the address is known to be theirs. Handed over
 * twice only when the process dies between the mail and the end of the job.
 *
 * @throws Error when nobody took the mail
 */
export const tellOfTraining = async (
  studio: Studio,
  subjectId: string,
  trainingId: string,
): Promise<void> => {
  const found = await studio.readingAs(subjectId, async (tx) => ({
    subject: await findSubject(tx, subjectId),
    training: await findTraining(tx, trainingId),
    settings: toSettingsView(await findSettings(tx, subjectId)),
  }));
  const { subject, training, settings } = found;
  if (subject === undefined || subject.deletionRequestedAt !== null || training === undefined) return;
  if (!settings.mailWhenTrained) return;
  const address = await studio.signIn.addressOf(subject.userId);
  // Whose address was never confirmed may be somebody else: they are not written to about a stranger's face.
  if (address === undefined || !address.isConfirmed) return;
  const addressed = { to: address.email, pageUrl: studio.settings.pageUrl };
  await studio.mail.send(
    training.status === "ready" ? trainedMail(addressed) : trainingFailedMail(addressed),
  );
};
