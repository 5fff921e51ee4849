import { afterAll, beforeAll, expect, test } from "vitest";
import { v7 } from "uuid";
import { createTestStudio, type TestStudio } from "../../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../../test/domain-error-of.ts";
import { insertOneOfEverything } from "../../../test/insert-one-of-everything.ts";
import { readSaid, streamingClient } from "../../../test/maya/streaming-client.ts";
import { signUpWithModel, untilGenerationEnds } from "../../../test/ready-subject.ts";
import type { SignedUp } from "../../../test/sign-up.ts";
import { scoreFigures } from "../../../test/measuring/score-figures.ts";
import { saveScore } from "../../measuring/portrait-score.store.ts";

const usual = { presetId: "natural-expression", standing: [], proposal: null };

describeOnBothDatabases("what Maya goes by", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let ada: SignedUp;
  let api: ReturnType<typeof streamingClient>;
  let subjectId: string;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
    ada = await signUpWithModel(server.url);
    api = streamingClient(server.url, ada.token);
    subjectId = (await ada.api.account.get.query()).id;
  });
  afterAll(() => disposal.disposeAsync());

  /** Four portraits whose measured smile is wider than asked for. */
  const smileWidely = async () => {
    const { id } = await ada.api.generations.create.mutate({ brief: "at sea", outputs: 4 });
    const { portraits } = await untilGenerationEnds(ada, id);
    await server.studio.actingAs(subjectId, async (tx) => {
      for (const { id: portraitId } of portraits)
        await saveScore(tx, {
          ...scoreFigures,
          portraitId,
          subjectId,
          likenessBand: "good",
          naturalnessReasons: ["too-much-smile"],
          measuredAt: new Date(),
        });
    });
  };

  test("says what it lacks, proposes by what was measured, stands for new cards, and is undone", async () => {
    expect(await api.maya.usual.query()).toMatchObject({
      ...usual,
      evidence: { measured: 0, measuredNeeded: 4, decided: 0, decidedNeeded: 8 },
    });
    const nothing = { parameter: "guidance", before: 2.8, after: 2.5 } as const;
    expect((await domainErrorOf(api.maya.acceptChange.mutate(nothing))).code).toBe("proposal_outdated");

    await smileWidely();
    const { proposal } = await api.maya.usual.query();
    expect(proposal).toEqual({
      presetId: "natural-expression",
      ...nothing,
      reason: { kind: "wide-smiles", count: 4 },
    });

    const [accepted, again] = await Promise.allSettled([
      api.maya.acceptChange.mutate(nothing),
      api.maya.acceptChange.mutate(nothing),
    ]);
    expect([accepted.status, again.status].toSorted()).toEqual(["fulfilled", "rejected"]);
    const { standing } = await api.maya.usual.query();
    expect(standing).toMatchObject([{ ...nothing, reason: { kind: "wide-smiles" } }]);

    const { id: conversationId } = await api.maya.start.mutate();
    const { turn } = await readSaid(await api.maya.say.mutate({ conversationId, text: "at the lake" }));
    expect(turn.cards.map(({ changes }) => changes)).toEqual(turn.cards.map(() => ({ guidance: 2.5 })));

    expect(await api.maya.undoChange.mutate({ changeId: standing[0]?.id ?? v7() })).toMatchObject(usual);
    const later = await readSaid(await api.maya.say.mutate({ conversationId, text: "in the woods" }));
    expect(later.turn.cards.map(({ changes }) => changes)).toEqual(later.turn.cards.map(() => ({})));
    await smileWidely();
    expect((await api.maya.usual.query()).proposal).toMatchObject(nothing);
  });

  test("nobody undoes somebody else's change", async () => {
    const grace = await insertOneOfEverything(server.database);
    const { rows } = await server.database.executeSql(
      "select id, ended_at from accepted_changes where subject_id = $1",
      [grace.subjectId],
    );
    const refused = await domainErrorOf(api.maya.undoChange.mutate({ changeId: String(rows[0]?.["id"]) }));
    expect(refused.code).toBe("not_found");
    expect(rows).toMatchObject([{ ended_at: null }]);
  });
});
