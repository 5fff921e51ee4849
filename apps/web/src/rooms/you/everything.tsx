import { useMutation } from "@tanstack/react-query";

import { CallProblem } from "../../parts/call-problem.tsx";
import { useAnnounce } from "../../shell/announcer.tsx";
import { useTRPC } from "../../trpc.ts";
import { useWords } from "../../words/words-context.tsx";

/** Everything that is kept of the person, as one archive to keep. */
export function Everything() {
  const { everything } = useWords().you;
  const announce = useAnnounce();
  const begin = useMutation(
    useTRPC().account.beginExport.mutationOptions({
      onSuccess({ path }) {
        download(path);
        announce(everything.begun);
      },
    }),
  );
  return (
    <section>
      <h2>{everything.title}</h2>
      <p>{everything.text}</p>
      <button
        type="button"
        className="press press-plain"
        aria-disabled={begin.isPending}
        onClick={() => begin.isPending || begin.mutate()}
      >
        {begin.isPending ? everything.beginning : everything.begin}
      </button>
      {begin.isSuccess && <p className="small quiet">{everything.begun}</p>}
      {begin.isError && <CallProblem error={begin.error} />}
    </section>
  );
}

/** Has the browser itself take it in: an archive may be larger than a page can hold. */
function download(path: string): void {
  const link = document.createElement("a");
  link.href = path;
  link.download = "";
  link.click();
}
