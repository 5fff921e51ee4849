import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";

import { useAnnounce } from "../../shell/announcer.tsx";
import { useQueries } from "../../views/use-queries.ts";
import type { CardView, TurnView } from "../../views/views.ts";
import { useMayaWords } from "../../words/maya-words.ts";
import { type Asked, withBegun, withTurn } from "./conversation-cache.ts";
import { stylistClient } from "./stylist-client.ts";

/** An answer that comes in at this moment, ahead of what is stored of it. */
export interface ComingAnswer {
  readonly turnId: string;
  readonly text: string;
  readonly cards: readonly CardView[];
}

const ask = (conversationId: string, asked: Asked, signal: AbortSignal) => {
  switch (asked.kind) {
    case "say":
      return stylistClient.maya.say.mutate({ conversationId, text: asked.text }, { signal });
    case "say-instead":
      return stylistClient.maya.sayInstead.mutate({ conversationId, text: asked.text }, { signal });
    case "try-again":
      return stylistClient.maya.tryAgain.mutate({ conversationId }, { signal });
  }
};

/** Asks Maya and takes in her answer as it comes. Leaving the room lets her go on; stopping does not. */
export function useAnswer() {
  const queryClient = useQueryClient();
  const queries = useQueries();
  const announce = useAnnounce();
  const maya = useMayaWords();
  const [coming, setComing] = useState<ComingAnswer | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const [problem, setProblem] = useState<{ conversationId: string; error: unknown } | null>(null);
  const stopping = useRef<AbortController | null>(null);

  /** Resolves to whether what was said is stored; how she answers is shown by then or later. */
  function say(conversationId: string, asked: Asked): Promise<boolean> {
    const begun = Promise.withResolvers<boolean>();
    const stop = new AbortController();
    const { queryKey } = queries.conversation(conversationId);
    let turn: TurnView | undefined;
    let sofar: ComingAnswer | null = null;
    const show = (next: ComingAnswer) => {
      sofar = next;
      setComing(next);
    };
    stopping.current = stop;
    setProblem(null);
    setAsking(conversationId);

    async function listen(): Promise<void> {
      for await (const event of await ask(conversationId, asked, stop.signal)) {
        switch (event.type) {
          case "begun":
            turn = event.turns.at(-1);
            if (turn !== undefined) show({ turnId: turn.id, text: "", cards: [] });
            queryClient.setQueryData(queryKey, (known) => known && withBegun(known, asked.kind, event.turns));
            begun.resolve(true);
            break;
          case "words":
            if (sofar !== null) show({ ...sofar, text: sofar.text + event.text });
            break;
          case "card":
            if (sofar !== null) show({ ...sofar, cards: [...sofar.cards, event.card] });
            break;
          case "ended":
            turn = event.turn;
            queryClient.setQueryData(queryKey, (known) => known && withTurn(known, event.turn));
            announce(`${maya.answered} ${event.turn.text}`);
        }
      }
    }

    void listen()
      .catch((error: unknown) => {
        if (!stop.signal.aborted) setProblem({ conversationId, error });
        else if (turn !== undefined) {
          // What came until then stands at once; the studio's own word on it follows.
          const stopped: TurnView = { ...turn, text: sofar?.text ?? "", state: "stopped" };
          queryClient.setQueryData(queryKey, (known) => known && withTurn(known, stopped));
          announce(maya.stopped);
        }
      })
      .finally(() => {
        begun.resolve(false);
        if (stopping.current === stop) {
          stopping.current = null;
          setAsking(null);
          setComing(null);
        }
        // After a stop the studio may still be writing it down; its event tells when it has.
        if (!stop.signal.aborted) void queryClient.invalidateQueries({ queryKey });
        void queryClient.invalidateQueries({ queryKey: queries.conversations().queryKey });
      });
    return begun.promise;
  }

  return {
    say,
    stop: () => stopping.current?.abort(),
    /** The conversation that is being answered from here, if any. */
    asking,
    coming,
    problem,
  };
}

/** The desk from which Maya is asked. */
export type AnswerDesk = ReturnType<typeof useAnswer>;
