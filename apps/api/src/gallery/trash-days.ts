/** How many days a portrait stays in the trash where no setting says otherwise: the usual month. */
export const defaultTrashDays = 30;

const dayMs = 24 * 60 * 60 * 1_000;

/** When what was put into the trash at a moment is removed for good. */
export const removalOf = (trashedAt: Date, trashDays: number): Date =>
  new Date(trashedAt.getTime() + trashDays * dayMs);

/** What was put into the trash by then has been there long enough. */
export const trashedLongEnough = (now: Date, trashDays: number): Date =>
  new Date(now.getTime() - trashDays * dayMs);
