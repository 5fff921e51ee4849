import { expect, test } from "vitest";
import { createTestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { patience, signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import { signUpWithConsent } from "../../test/sign-up.ts";
import { testKey } from "../../test/test-keyring.ts";
import { createKeyring, type Keyring, SealedBytesError } from "../keys/keyring.ts";
import { appendEntry } from "./append-entry.ts";
import { auditIsolation } from "./audit-isolation.ts";
import { checkSubject } from "./check-subject.ts";
import { rotateKeys } from "./rotate-keys.ts";

const older = testKey("older", 1);
const newer = testKey("newer", 2);

describeOnBothDatabases("rotating the studio's keys", (open) => {
  test("leaves every proof whole, everything under the newest key, and the older one without use", async () => {
    await using opened = await open();
    await using server = await createTestStudio({
      database: opened.database,
      keyring: createKeyring([older]),
    });
    const { studio } = server;
    const ada = await signUpWithModel(server.url);
    const { id } = await ada.api.account.get.query();
    const { id: generationId } = await ada.api.generations.create.mutate({ brief: "calm, by a window" });
    await untilGenerationEnds(ada, generationId);
    const leaving = await signUpWithConsent(server.url);
    const leavingId = (await leaving.api.account.get.query()).id;
    await leaving.api.account.withdrawConsent.mutate({ confirm: "delete everything" });
    await expect
      .poll(
        async () =>
          (await server.database.executeSql("select from subjects where id = $1", [leavingId])).rows.length,
        patience,
      )
      .toBe(0);

    expect(await rotateKeys({ ...studio, keyring: createKeyring([newer, older]) })).toBe(1);

    const newerAlone = createKeyring([newer]);
    const check = (keyring: Keyring) => studio.readingAs(id, (tx) => checkSubject(keyring, tx, id));
    const found = await check(newerAlone);
    expect(found.problems).toEqual([]);
    expect(found.proofs).toMatchObject([{ holds: true }]);
    const problems: unknown[] = [];
    const report = await auditIsolation(
      { ...studio, keyring: newerAlone },
      { isReadingBytes: true },
      { onPortrait: () => {}, onProblem: (problem) => problems.push(problem) },
    );
    expect(problems).toEqual([]);
    expect(report).toMatchObject({ subjects: 1, portraits: 1, closedChains: 1 });

    // What is said from now on is said with the fresh key of the pseudonyms.
    await studio.actingAs(id, (tx) =>
      appendEntry({ ...studio, keyring: newerAlone }, tx, id, { kind: "version-chosen" }),
    );
    const { rows } = await server.database.executeSql(
      "select key_number from isolation_entries order by at desc, position desc limit 1",
    );
    expect(rows).toEqual([{ key_number: 2 }]);
    expect((await check(newerAlone)).problems).toEqual([]);

    const withOlderAlone = studio.actingAs(id, (tx) =>
      appendEntry(studio, tx, id, { kind: "version-chosen" }),
    );
    await expect(withOlderAlone).rejects.toThrow(SealedBytesError);
    expect((await check(createKeyring([older]))).problems.map(({ code }) => code)).toContain("key-unusable");
  }, 90_000);
});
