const TRIGGER = /^user[0-9]{8,12}$/;

/** Whether this is a trigger word to the letter: `user` and 8 to 12 ASCII digits. */
export function isTriggerWord(value: unknown): value is string {
  return typeof value === "string" && TRIGGER.test(value);
}
