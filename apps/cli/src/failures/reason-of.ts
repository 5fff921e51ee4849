const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "access is denied",
  EPERM: "access is denied",
  EROFS: "the disk is read-only",
  ENOTDIR: "a part of the path is a file",
  EISDIR: "it is a folder",
  EEXIST: "a file of this name is in the way",
  ENOSPC: "the disk is full",
};

/**
 * Says in a few words why the system did not do what it was asked.
 *
 * @example
 * reasonOf(Object.assign(new Error("EACCES: …"), { code: "EACCES" })); // "access is denied"
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return reasons[code] ?? error.message;
}
