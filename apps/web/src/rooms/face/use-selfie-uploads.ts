import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";

import { problemOf } from "../../problems/problem-of.ts";
import { useAnnounce } from "../../shell/announcer.tsx";
import { type ApiClient, useTRPCClient } from "../../trpc.ts";
import { onUploadProgress } from "../../upload/upload-progress.ts";
import {
  createUploadQueue,
  type Upload,
  type UploadProblem,
  type UploadQueue,
} from "../../upload/upload-queue.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { SelfieView } from "../../views/views.ts";
import type { Words } from "../../words/en.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";

const photosAtOnce = 2;

/** The photos on their way into the studio; what has arrived is put into the cached list at once. */
export function useSelfieUploads(maximumBytes: number | undefined): {
  uploads: readonly Upload[];
  queue: UploadQueue;
} {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const queries = useQueries();
  const words = useWords();
  const format = useFormat();
  const announce = useAnnounce();

  const queue = useMemo(() => {
    const { uploads } = words.face;
    const { queryKey } = queries.selfies();
    return createUploadQueue({
      atOnce: photosAtOnce,
      newKey: () => crypto.randomUUID(),
      async send(file, progress, signal) {
        if (maximumBytes !== undefined && file.size > maximumBytes) {
          const refusal = { what: uploads.tooLarge(format.size(maximumBytes)), fix: uploads.tooLargeFix };
          return { is: "refused", refusal };
        }
        const sent = await sendSelfie({ client, words, file, progress, signal });
        if ("is" in sent) return sent;
        queryClient.setQueryData(queryKey, (list) =>
          list === undefined || list.selfies.some(({ id }) => id === sent.id)
            ? list
            : { ...list, selfies: [...list.selfies, sent] },
        );
        return null;
      },
      onRested: ({ taken, refused }) =>
        announce(refused === 0 ? uploads.done(taken) : uploads.doneWithRefusals(taken, refused)),
    });
  }, [client, queryClient, queries, words, format, announce, maximumBytes]);

  useEffect(() => () => queue.stopAll(), [queue]);

  return { uploads: useSyncExternalStore(queue.subscribe, queue.current), queue };
}

async function sendSelfie({
  client,
  words,
  file,
  progress,
  signal,
}: {
  client: ApiClient;
  words: Words;
  file: File;
  progress: (share: number) => void;
  signal: AbortSignal;
}): Promise<SelfieView | UploadProblem> {
  const body = new FormData();
  body.set("file", file, file.name);
  onUploadProgress(body, progress);
  try {
    return await client.selfies.add.mutate(body, { signal });
  } catch (error) {
    const problem = problemOf(error);
    switch (problem.kind) {
      case "unreachable":
      case "stopped":
        return { is: "failed" };
      case "unexpected": {
        const { message, fix } = words.problems.unexpected;
        return { is: "refused", refusal: { what: message, fix } };
      }
      case "domain": {
        const { code, message, fix, details } = problem.domain;
        const original = code === "selfie_duplicate" ? originalIn(details) : undefined;
        return { is: "refused", refusal: { what: message, fix, original } };
      }
    }
  }
}

/** The selfie a duplicate is a copy of, read out of the refusal's details. */
function originalIn(details: unknown): { selfieId: string; fileName: string } | undefined {
  if (typeof details !== "object" || details === null) return undefined;
  if (!("selfieId" in details) || !("fileName" in details)) return undefined;
  const { selfieId, fileName } = details;
  return typeof selfieId === "string" && typeof fileName === "string" ? { selfieId, fileName } : undefined;
}
