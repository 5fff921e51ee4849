const SUBJECT_NUMBER = /^[0-9]{8,12}$/;

/** Whether this is a subject number: 8 to 12 ASCII digits and nothing else. */
export function isSubjectNumber(value: unknown): value is string {
  return typeof value === "string" && SUBJECT_NUMBER.test(value);
}
