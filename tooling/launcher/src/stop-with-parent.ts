// Loaded into a child process before its own code: when the launcher disappears, killed included, the channel
// between them closes, and the child stops as if it had been asked to.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
