/**
 * A module to load before a child's own code: however the test ends, killed included, the channel to it closes and the
 * child ends with it.
 */
export const endWithParent = `data:text/javascript,${encodeURIComponent(
  'process.once("disconnect", () => process.exit(1)); process.channel?.unref();',
)}`;
