/** One line about why the command could not start: what happened and what to do. */
export function describeStartError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE" && "port" in error && "address" in error) {
    return `Port ${String(error.port)} of ${String(error.address)} is taken. Choose another with --port.`;
  }
  if ("code" in error && error.code === "EACCES" && "path" in error) {
    return `${String(error.path)} cannot be written. Choose another folder with --data.`;
  }
  return error.message;
}
