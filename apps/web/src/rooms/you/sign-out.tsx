import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { signOut } from "../../session/ask-sign-in.ts";
import { sessionQuery } from "../../session/session-query.ts";
import { useWords } from "../../words/words-context.tsx";

/** Ends the session in this browser. */
export function SignOut() {
  const words = useWords();
  const texts = words.you.signOut;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: signOut,
    async onSuccess() {
      queryClient.setQueryData(sessionQuery.queryKey, null);
      await navigate({ to: "/" });
      queryClient.clear();
    },
  });
  return (
    <section>
      <h2>{texts.title}</h2>
      <p>{texts.text}</p>
      {leave.isError && <ProblemNotice what={texts.failed} />}
      <button
        type="button"
        className="press press-plain"
        aria-disabled={leave.isPending}
        onClick={() => leave.isPending || leave.mutate()}
      >
        {leave.isPending ? texts.submitting : texts.submit}
      </button>
    </section>
  );
}
