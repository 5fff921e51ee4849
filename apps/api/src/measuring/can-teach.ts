import type { SelfieIssueCode } from "@selfsame/likeness";

/** With these no training learns a face: there is none, or another one is learned with it. */
const unteachable: ReadonlySet<SelfieIssueCode> = new Set(["no-face", "several-faces", "undecodable"]);

/**
 * Whether a training takes a selfie. Weak ones are warned of and taken all the same, and so is one that nobody has
 * judged; those without one single face are left out.
 *
 * @param measured undefined for a selfie that was not judged
 */
export const canTeach = (
  measured: { readonly issues: readonly { readonly code: SelfieIssueCode }[] } | undefined,
): boolean => measured === undefined || measured.issues.every(({ code }) => !unteachable.has(code));
