import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { domainErrorOf } from "../../problems/problem-of.ts";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useMayaWords } from "../../words/maya-words.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import type { Asked } from "./conversation-cache.ts";
import { Letter } from "./letter.tsx";
import { LetterList } from "./letter-list.tsx";
import { LetterMargin } from "./letter-margin.tsx";
import { useAnswer } from "./use-answer.ts";
import { useKeptDraft } from "./use-kept-draft.ts";
import { WriteBox } from "./write-box.tsx";
// What widens and narrows all of them stands last.
import "./letter.css";
import "./concept-card.css";
import "./card-tray.css";
import "./letter-margin.css";
import "./write-box.css";
import "./maya-room.css";

/** How often an answer that comes in elsewhere is looked at; its end is told by an event, too. */
const lookAgainMs = 1_000;

/** The letter to Maya: what was said, the cards, and the portraits that come of them. */
export function MayaRoom() {
  const maya = useMayaWords();
  const { studio } = useWords();
  const format = useFormat();
  const trpc = useTRPC();
  const queries = useQueries();
  const navigate = useNavigate();
  const { conversationId } = useParams({ strict: false });
  const [now] = useState(() => new Date());
  const desk = useAnswer();
  const draft = useKeptDraft(conversationId);
  const end = useRef<HTMLDivElement>(null);

  const conversation = useQuery({
    ...queries.conversation(conversationId ?? ""),
    enabled: conversationId !== undefined,
    refetchInterval: ({ state }) =>
      desk.asking === null && state.data?.turns.at(-1)?.state === "answering" ? lookAgainMs : false,
  });
  const start = useMutation(trpc.maya.start.mutationOptions());

  const letter = conversationId === undefined ? undefined : conversation.data;
  const answering =
    desk.asking === null ? letter?.turns.at(-1)?.state === "answering" : desk.asking === conversationId;
  const isFull = letter !== undefined && letter.turnsLeft === 0;

  async function say(asked: Asked): Promise<boolean> {
    let id = conversationId;
    if (id === undefined) {
      const opened = await start.mutateAsync().catch(() => undefined);
      if (opened === undefined) return false;
      ({ id } = opened);
      await navigate({ to: "/maya/{-$conversationId}", params: { conversationId: id }, replace: true });
    }
    return desk.say(id, asked);
  }

  async function send(): Promise<void> {
    const text = draft.text.trim();
    if (text === "" || answering || start.isPending) return;
    if (await say({ kind: "say", text })) draft.write("");
  }

  const lastTurn = letter?.turns.at(-1);
  const answeringId = lastTurn?.state === "answering" ? lastTurn.id : undefined;
  useEffect(() => {
    if (answeringId !== undefined) end.current?.scrollIntoView({ block: "nearest" });
  }, [answeringId]);

  const isGone = domainErrorOf(conversation.error)?.code === "not_found";
  const begun = letter?.turns[0]?.createdAt;
  return (
    <div className="letter">
      <div className="letter-sheet">
        <RoomHeading room={maya.room}>{maya.title}</RoomHeading>
        <p className="letter-date">{format.nearDay(begun ?? now.toISOString(), now)}</p>
        {conversationId === undefined || letter?.turns.length === 0 ? (
          <Opening onChoose={draft.write} />
        ) : letter !== undefined ? (
          <Letter conversation={letter} desk={desk} answering={answering} onSay={say} />
        ) : isGone ? (
          <ProblemNotice what={maya.letters.gone} />
        ) : conversation.isError ? (
          <CallProblem error={conversation.error} retry={() => void conversation.refetch()} />
        ) : (
          <Waiting className="letter-waiting">
            {[46, 52, 31].map((characters) => (
              <Blank key={characters} shape={{ characters }} />
            ))}
          </Waiting>
        )}
        {start.isPaused && <p className="small quiet">{studio.waitingForConnection}</p>}
        {start.isError && <CallProblem error={start.error} retry={() => void send()} />}
        {desk.problem !== null && desk.problem.conversationId === conversationId && (
          <CallProblem error={desk.problem.error} />
        )}
        {isGone ? null : isFull ? (
          <p className="write-full">{maya.full}</p>
        ) : (
          <WriteBox
            text={draft.text}
            onWrite={draft.write}
            onSend={() => void send()}
            onStop={desk.asking === null ? undefined : desk.stop}
            answering={answering || start.isPending}
            turnsLeft={letter?.turnsLeft}
          />
        )}
        <div ref={end} />
      </div>
      <aside className="letter-margin" aria-label={maya.margin.label}>
        <LetterMargin stylist={letter?.stylist} />
        <LetterList present={conversationId} />
      </aside>
    </div>
  );
}

/** What stands on an empty sheet: how this works, and ways to begin. */
function Opening({ onChoose }: { onChoose: (text: string) => void }) {
  const maya = useMayaWords();
  return (
    <div className="opening">
      <p className="hers">{maya.opening}</p>
      <p className="small quiet" id="starters">
        {maya.startersLabel}
      </p>
      <ul aria-labelledby="starters">
        {maya.starters.map((starter) => (
          <li key={starter}>
            <button
              type="button"
              className="starter"
              onClick={() => {
                onChoose(starter);
                document.querySelector<HTMLTextAreaElement>("#write")?.focus();
              }}
            >
              {starter}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
