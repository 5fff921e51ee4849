import { execFileSync, spawnSync } from "node:child_process";

/** A user of this machine, by number. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const candidates = ["postgres", "nobody"];
const created = "selfsame-test";

/**
 * The user that PostgreSQL runs under when this process is root, for it refuses root: `postgres` or `nobody`
 * where the machine has them, else a system user that is created.
 *
 * @returns null when this process is not root and can run PostgreSQL itself
 * @throws when there is no such user and none can be created
 */
export function unprivilegedUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of [...candidates, created]) {
    const user = findUser(name);
    if (user) return user;
  }
  const made = spawnSync("useradd", ["--system", "--no-create-home", "--user-group", created]);
  const user = findUser(created);
  if (user) return user;
  throw new Error(
    `PostgreSQL does not run as root, and the user ${created} could not be created (${made.stderr?.toString().trim() ?? "no useradd here"}). ` +
      "Run as another user, or set TEST_DATABASE_URL to a server of yours.",
  );
}

function findUser(name: string): SystemUser | null {
  const idOf = (flag: "-u" | "-g") =>
    execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] });
  try {
    const [uid, gid] = [Number(idOf("-u")), Number(idOf("-g"))];
    return uid > 0 ? { name, uid, gid } : null;
  } catch {
    // `id` answers with an exit code when there is no such user.
    return null;
  }
}
