/** Thrown to have the job tried again: the networks did not answer, which may pass. */
export class NotMeasuredYet extends Error {
  override readonly name = "NotMeasuredYet";
}
