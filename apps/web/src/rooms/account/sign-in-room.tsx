import { getRouteApi, Link, useRouter } from "@tanstack/react-router";

import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { askSignIn, type Credentials } from "../../session/ask-sign-in.ts";
import { returnProblemOf } from "../../session/sign-in-problem.ts";
import { PlainPage } from "../../shell/plain-page.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useAccountWords } from "../../words/account-words.ts";
import { CredentialsForm } from "./credentials-form.tsx";
import { OtherDoors } from "./other-doors.tsx";
import { useEnter } from "./use-enter.ts";

const route = getRouteApi("/sign-in");

/** Signs in and goes on where the person was. */
export function SignInRoom() {
  const { signIn, forgot, problems } = useAccountWords();
  const { next, error } = route.useSearch();
  const router = useRouter();
  const enter = useEnter();

  const cameBack = error === undefined ? null : problems[returnProblemOf(error)];

  async function submit(credentials: Credentials) {
    const problem = await askSignIn("sign-in/email", credentials);
    if (problem !== null) return problem;
    await enter();
    if (next === undefined) await router.navigate({ to: "/studio" });
    else router.history.push(next);
    return null;
  }

  return (
    <PlainPage>
      <RoomHeading room={signIn.room} lead={next === undefined ? signIn.lead : signIn.goOn}>
        {signIn.title}
      </RoomHeading>
      {cameBack === null ? null : (
        <div className="credentials-came-back">
          <ProblemNotice what={cameBack.message} fix={cameBack.fix} />
        </div>
      )}
      <CredentialsForm
        password="current"
        submit={signIn.submit}
        submitting={signIn.submitting}
        onSubmit={submit}
      />
      <OtherDoors known={next ?? "/studio"} made="/consent?with=selfies" />
      <p className="small credentials-other">
        <Link to="/forgot-password">{forgot.link}</Link>
      </p>
      <p className="small credentials-other">
        <span className="quiet">{signIn.other}</span>{" "}
        <Link to="/sign-up" search={{ with: "selfies" }}>
          {signIn.otherLink}
        </Link>
      </p>
    </PlainPage>
  );
}
