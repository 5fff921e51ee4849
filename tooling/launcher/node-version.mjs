/** The oldest Node that can start the installation; everything after it runs on the Node that is installed. */
const oldestMajor = 20;

/**
 * What to say when this Node is too old, or null when it will do. It is written so that any Node that knows
 * modules can read it.
 *
 * @param {string} version for example `v18.20.4`
 * @returns {string | null}
 */
export function tooOldNode(version) {
  const major = Number(version.replace("v", "").split(".")[0]);
  if (major >= oldestMajor) return null;
  return (
    "This is Node " +
    version.replace("v", "") +
    "; Selfsame needs Node " +
    oldestMajor +
    " or newer. Get it from https://nodejs.org, then run the command again."
  );
}
