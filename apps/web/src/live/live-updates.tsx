import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState, type ReactNode } from "react";

import { domainErrorOf } from "../problems/problem-of.ts";
import { useAnnounce } from "../shell/announcer.tsx";
import { useTRPCClient } from "../trpc.ts";
import { useQueries } from "../views/use-queries.ts";
import { useWords } from "../words/words-context.tsx";
import { tellInBrowser } from "./browser-notice.ts";
import { ConnectionContext } from "./connection-context.tsx";
import { keepLive, type Connection } from "./keep-live.ts";
import type { LiveEvent } from "./live-event.ts";
import { newsInWords } from "./news-in-words.ts";
import type { News } from "./news-of.ts";
import { useLiveCache } from "./use-live-cache.ts";

/** The reads whose answers change by events; keys of the api's reads begin with their path. */
const liveSubjects: ReadonlySet<unknown> = new Set([
  "selfies",
  "models",
  "generations",
  "gallery",
  "credits",
  "maya",
  "lab",
  "photoshoot",
  "enhanced",
]);

function isLive({ queryKey }: { queryKey: QueryKey }): boolean {
  const path = queryKey[0];
  return Array.isArray(path) && liveSubjects.has(path[0]);
}

function isOfLab({ queryKey }: { queryKey: QueryKey }): boolean {
  const path = queryKey[0];
  return Array.isArray(path) && path[0] === "lab" && path[1] !== "estimate" && path[1] !== "ready";
}

/** Keeps everything below it up to date from the api's events, for as long as it is mounted. */
export function LiveUpdates({ children }: { children: ReactNode }) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const queries = useQueries();
  const cache = useLiveCache();
  const words = useWords();
  const announce = useAnnounce();
  const [connection, setConnection] = useState<Connection>("connecting");

  const tell = useEffectEvent((news: News | null) => {
    if (news === null) return;
    announce(newsInWords(words, news));
    tellInBrowser(newsInWords(words, news), news.kind);
  });
  // Also what is not looked at now is out of date. A read under way is left to end: news come faster than answers.
  const askLabAgain = () =>
    void queryClient.invalidateQueries({ predicate: isOfLab }, { cancelRefetch: false });
  const apply = useEffectEvent((event: LiveEvent) => {
    switch (event.type) {
      case "connected":
        return;
      case "generation":
        tell(cache.writeGeneration(event.generation));
        return;
      case "training":
        tell(cache.writeTraining(event.training));
        return;
      case "selfies":
        void queryClient.invalidateQueries({ queryKey: queries.selfies().queryKey });
        return;
      case "experiment":
        askLabAgain();
        return;
      case "portrait":
        // Its figures may have come with it.
        askLabAgain();
        queryClient
          .fetchQuery({ ...queries.portrait(event.portraitId), staleTime: 0 })
          .then(cache.writePortrait, (error: unknown) => {
            // Any other failure is of no harm: the next read of the gallery brings the portrait.
            if (domainErrorOf(error)?.code === "not_found") cache.takeDown([event.portraitId]);
          });
        return;
      case "gallery":
        cache.readGalleryAgain();
        return;
      case "credits":
        cache.writeBalance(event.balance);
        return;
      case "conversation":
        void queryClient.invalidateQueries({
          queryKey: queries.conversation(event.conversationId).queryKey,
        });
        void queryClient.invalidateQueries({ queryKey: queries.conversations().queryKey });
        return;
      case "shoot":
        cache.writeShoot(event.shoot);
    }
  });

  useEffect(
    () =>
      keepLive<LiveEvent>({
        open(lastEventId, handlers) {
          const subscription = client.events.live.subscribe(
            { lastEventId },
            {
              onStarted: () => handlers.onStarted(),
              onData: ({ id, data }) => handlers.onEvent(id, data),
              onConnectionStateChange(state) {
                if (state.state === "connecting") handlers.onConnecting(state.error !== null);
              },
              onError: (error) => handlers.onEnd(error),
              onComplete: () => handlers.onEnd(undefined),
            },
          );
          return () => subscription.unsubscribe();
        },
        onEvent: (event) => apply(event),
        onFirstStart: () => void queryClient.invalidateQueries({ type: "active", predicate: isLive }),
        onConnection: setConnection,
        isFinal: (error) => domainErrorOf(error)?.code === "unauthenticated",
        after(delayMs, act) {
          const timer = setTimeout(act, delayMs);
          return () => clearTimeout(timer);
        },
      }),
    [client, queryClient],
  );

  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}
