import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { authSecret, createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { scoreFigures } from "../../test/measuring/score-figures.ts";
import { photo } from "../../test/photo.ts";
import { patience, signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import { type SignedUp, signUpWithConsent } from "../../test/sign-up.ts";
import { saveScore } from "../measuring/portrait-score.store.ts";
import type { PortraitFigures } from "../measuring/score-picture.ts";
import { runOrder } from "../operator/run-order.ts";
import { anchorChains } from "./anchor-chains.ts";

const audit = (server: TestStudio, ...more: string[]) =>
  runOrder(["audit-isolation", ...more], { url: server.url, secret: authSecret }, new Date());
const problemsOf = async (server: TestStudio, ...more: string[]) => {
  const told = await audit(server, ...more).then(
    (lines) => lines.join("\n"),
    (error: unknown) => String(error),
  );
  return told.split("\n").filter((line) => line.includes("PROBLEM"));
};
const chainOf = async ({ database }: TestStudio, subjectId: string) => {
  const { rows } = await database.executeSql("select chain_id from isolation_chains where subject_id = $1", [
    subjectId,
  ]);
  return String(rows[0]?.["chain_id"]);
};

describeOnBothDatabases("an audit of the whole studio", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let ada: SignedUp;
  let adaId: string;
  let portraitId: string;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
    ada = await signUpWithModel(server.url);
    adaId = (await ada.api.account.get.query()).id;
    const { id } = await ada.api.generations.create.mutate({ brief: "calm, by a window" });
    portraitId = (await untilGenerationEnds(ada, id)).portraits[0]?.id ?? "";
    await anchorChains(server.studio);
  }, 120_000);
  afterAll(() => disposal.disposeAsync());

  test("says of every portrait whose it is and how that is known, and that everything holds", async () => {
    const lines = await audit(server, "--bytes");
    expect(lines[0]).toContain(`holds: portrait ${portraitId} is subject ${adaId}'s`);
    expect(lines[0]).toContain("photos of the same subject");
    expect(lines.at(-2)).toMatch(/ 0 problems\.$/);
    expect(lines.at(-1)).toMatch(/^Keep this elsewhere: anchor \d+ is [0-9a-f]{64}$/);
    expect(await ada.api.isolation.proof.query()).toMatchObject({
      problems: [],
      studioCheck: { problems: 0 },
      portraits: [{ portraitId, holds: true }],
    });
  });

  test("counts portraits that measure as another person, which is worth a look and no problem", async () => {
    const measuredAt = server.studio.clock.now();
    const score = { ...scoreFigures, portraitId, subjectId: adaId, measuredAt };
    const store = (figures: Partial<PortraitFigures>) =>
      server.studio.actingAs(adaId, (tx) => saveScore(tx, { ...score, ...figures }));
    await store({ likenessBand: "not-recognisable", likeness: 0 });
    const flagged = await audit(server);
    expect(flagged.at(-3)).toMatch(/ 0 problems\.$/);
    expect(flagged.at(-2)).toMatch(/^1 portraits measure as another person than their subject;/);
    await store({});
    expect((await audit(server)).at(-2)).toMatch(/ 0 problems\.$/);
  });

  test("still holds after somebody has left, whose chain stays", async () => {
    const leaving = await signUpWithConsent(server.url);
    const { id } = await leaving.api.account.get.query();
    const chainId = await chainOf(server, id);
    await anchorChains(server.studio);
    await leaving.api.account.withdrawConsent.mutate({ confirm: "delete everything" });
    const isThere = async () =>
      (await server.database.executeSql("select from subjects where id = $1", [id])).rows.length > 0;
    await expect.poll(isThere, patience).toBe(false);
    expect(await problemsOf(server)).toEqual([]);
    const said = await server.database.executeSql(
      "select count(*)::int as n from isolation_entries where chain_id = $1",
      [chainId],
    );
    expect(said.rows).toEqual([{ n: 3 }]);
  });
});

describeOnBothDatabases("an audit of a studio that was tampered with", (open) => {
  test("names what was put back, removed, left without an owner, written anew or exchanged", async () => {
    await using opened = await open();
    await using server = await createTestStudio({ database: opened.database });
    /** Past every policy and trigger, as one who owns the database can. */
    const unguarded = (statement: string) =>
      server.database.executeSql(
        `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
      );
    const ada = await signUpWithModel(server.url);
    const { id } = await ada.api.account.get.query();
    const created = await ada.api.generations.create.mutate({ brief: "calm, by a window" });
    const portraitId = (await untilGenerationEnds(ada, created.id)).portraits[0]?.id ?? "";
    const { sha256 } = await ada.api.gallery.get.query({ portraitId });
    const person = await signUpWithConsent(server.url);
    const personId = (await person.api.account.get.query()).id;
    const chainId = await chainOf(server, personId);
    const { rows } = await server.database.executeSql(
      "select to_jsonb(h) as head from isolation_heads h where chain_id = $1",
      [chainId],
    );
    await person.api.selfies.add.mutate(await photo("me.jpg"));
    await anchorChains(server.studio);
    expect(await problemsOf(server, "--bytes")).toEqual([]);

    await writeFile(
      join(server.imageFolder, "subjects", id, "portraits", `${sha256}.png`),
      "another picture",
    );
    expect(await problemsOf(server, "--bytes")).toEqual([
      expect.stringContaining(`bytes-altered: portraits ${portraitId}`),
    ]);

    await unguarded(
      `delete from selfies where subject_id = '${personId}';
       delete from isolation_entries where chain_id = '${chainId}' and position > 2;
       update isolation_heads h set position = o.position, hash = o.hash, seal = o.seal
         from jsonb_populate_record(null::isolation_heads, '${JSON.stringify(rows[0]?.["head"])}') o
         where h.chain_id = o.chain_id`,
    );
    expect(await problemsOf(server)).toEqual([
      expect.stringContaining(`anchor-broken: isolation_entries ${chainId}/`),
    ]);
    // Who looks at the person alone sees nothing of it: what is there is whole, and older.
    expect((await person.api.isolation.proof.query()).problems).toEqual([]);

    await unguarded(
      `delete from isolation_entries where chain_id = '${chainId}';
       delete from isolation_heads where chain_id = '${chainId}'`,
    );
    expect((await problemsOf(server)).join("\n")).toContain(`chain-missing: isolation_heads ${chainId}`);

    await unguarded(
      `insert into subject_events (subject_id, position, type, entity_id, created_at)
       values ('0197a000-0000-7000-8000-00000000000a', 1, 'portrait', gen_random_uuid(), now());
       update isolation_anchors set at = at + interval '1 second' where position = 1`,
    );
    const found = (await problemsOf(server)).join("\n");
    expect(found).toContain("row-ownerless: subject_events 0197a000-0000-7000-8000-00000000000a");
    expect(found).toContain("anchor-altered: isolation_anchors 1");
  }, 120_000);
});
