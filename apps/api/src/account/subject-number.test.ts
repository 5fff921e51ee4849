import { beforeAll, afterAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { insertPerson } from "../../test/insert-person.ts";
import { signUp } from "../../test/sign-up.ts";
import { users } from "../db/schema/accounts.ts";
import { secureIdentifiers } from "../identifiers/identifiers.ts";
import type { Studio } from "../studio/studio.ts";
import { findCaller } from "./find-caller.ts";

describeOnBothDatabases("a subject's number", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
  });
  afterAll(() => disposal.disposeAsync());

  /** The studio, drawing these numbers first. */
  const drawing = (...numbers: number[]): Studio => ({
    ...server.studio,
    identifiers: {
      ...secureIdentifiers,
      randomWhole: (minimum, maximum) => numbers.shift() ?? secureIdentifiers.randomWhole(minimum, maximum),
    },
  });
  const person = async () => {
    const userId = secureIdentifiers.next();
    const email = `${userId}@example.org`;
    await server.database.system.insert(users).values({ id: userId, name: "Ada", email });
    return { userId, email };
  };

  test("has 8 to 12 digits, and the trigger word is made of it", async () => {
    const { subjectNumber, triggerWord } = await (await signUp(server.url)).api.account.get.query();
    expect(subjectNumber).toMatch(/^[0-9]{8,12}$/);
    expect(triggerWord).toBe(`user${subjectNumber}`);
  });

  test("is given once, also when the first twenty requests come at once", async () => {
    const { fetch } = await signUp(server.url);
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => (await fetch("/trpc/account.get")).text()),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("subjectNumber");
  });

  test("is drawn again when somebody has it", async () => {
    const { subjectNumber } = await insertPerson(server.database);
    const caller = await findCaller(drawing(Number(subjectNumber), 2_345_678_901), await person());
    expect(caller.subjectNumber).toBe("2345678901");
  });

  test("is never given again after its subject was deleted; what is kept of it does not tell it", async () => {
    const gone = await insertPerson(server.database);
    await server.studio.signIn.eraseSubject({ ...gone, at: new Date(), before: () => Promise.resolve() });
    const caller = await findCaller(drawing(Number(gone.subjectNumber), 3_456_789_012), await person());
    expect(caller.subjectNumber).toBe("3456789012");

    const { rows } = await server.database.executeSql("select * from retired_subject_numbers");
    expect(rows).toHaveLength(1);
    expect(rows[0]?.["keyed_hash"]).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(rows)).not.toContain(gone.subjectNumber);
  });
});
