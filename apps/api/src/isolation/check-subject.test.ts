import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alterColumn, checkedColumns, type Column, workingColumns } from "../../test/altered-column.ts";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import type { SignedUp } from "../../test/sign-up.ts";
import { checkSubject } from "./check-subject.ts";
import { witnessedColumns } from "./witnessed-columns.ts";

describeOnBothDatabases("a check of everything of one subject", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let ada: SignedUp;
  let adaId: string;
  let columns: Column[];
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
    ada = await signUpWithModel(server.url);
    adaId = (await ada.api.account.get.query()).id;
    const { id } = await ada.api.generations.create.mutate({ brief: "calm, by a window", outputs: 2 });
    await untilGenerationEnds(ada, id);
    columns = await checkedColumns(database);
  }, 120_000);
  afterAll(() => disposal.disposeAsync());

  const check = () => server.studio.readingAs(adaId, (tx) => checkSubject(server.studio.keyring, tx, adaId));

  test("finds that everything holds, and proves each portrait from the photos on", async () => {
    const found = await check();
    expect(found.problems).toEqual([]);
    expect(found.proofs).toHaveLength(2);
    for (const proof of found.proofs) {
      expect(proof).toMatchObject({ holds: true, isTakenAsFound: false, selfieCount: 5 });
      const moments = [
        proof.selfiesTrainedAt,
        proof.letThroughAt,
        proof.sentAt,
        proof.acceptedAt,
        proof.storedAt,
      ];
      expect(moments).not.toContain(null);
      expect(moments.toSorted((a, b) => Number(a) - Number(b))).toEqual(moments);
    }
  });

  test("still holds after a photo that was trained on is removed, and after a portrait is kept", async () => {
    const { selfies } = await ada.api.selfies.list.query();
    const { portraits } = await ada.api.gallery.list.query({});
    const [selfie] = selfies;
    const [portrait] = portraits;
    if (selfie === undefined || portrait === undefined) throw new Error("There is nothing to change");
    await ada.api.selfies.remove.mutate({ selfieId: selfie.id });
    await ada.api.gallery.keep.mutate({ portraitId: portrait.id, kept: true });
    expect((await check()).problems).toEqual([]);
  });

  test("covers every column of every row that it binds, or says that the studio changes it", async () => {
    const { rows } = await server.database.executeSql(
      `select table_name as "table", column_name as "column" from information_schema.columns
       where table_schema = 'public'`,
    );
    const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    for (const [table, parts] of Object.entries(witnessedColumns)) {
      const bound = Object.values(parts).flat().map(snake);
      const listed = [...bound.filter((name) => name !== "entries"), ...(workingColumns[table] ?? [])];
      const all = rows.flatMap((row) => (row["table"] === table ? [String(row["column"])] : []));
      expect({ table, columns: listed.toSorted() }).toEqual({ table, columns: all.toSorted() });
    }
  });

  test("finds any one column of any one row that was altered, and names the table", async () => {
    const chainId = (await check()).chainId ?? "";
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (whichColumn, whichRow) => {
        const column = columns[whichColumn % columns.length];
        if (column === undefined) throw new Error("There is no column to alter");
        const putBack = await alterColumn(server.database, column, { subjectId: adaId, chainId }, whichRow);
        if (putBack === undefined) return;
        const { problems } = await check();
        await putBack();
        const what = `${column.table}.${column.column}`;
        const found = problems.map(({ table }) => table);
        // What stands in the log's own tables shows at whatever it was told of.
        const isFound = column.table in witnessedColumns ? found.includes(column.table) : found.length > 0;
        expect({ what, isFound }).toEqual({ what, isFound: true });
        expect({ what, problems: (await check()).problems }).toEqual({ what, problems: [] });
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
