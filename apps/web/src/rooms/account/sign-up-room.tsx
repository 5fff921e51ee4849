import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import { askSignIn, type Credentials } from "../../session/ask-sign-in.ts";
import { PlainPage } from "../../shell/plain-page.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useAccountWords } from "../../words/account-words.ts";
import { CredentialsForm } from "./credentials-form.tsx";
import { OtherDoors } from "./other-doors.tsx";
import { useEnter } from "./use-enter.ts";

const route = getRouteApi("/sign-up");

/** Makes an account; the consent comes next. */
export function SignUpRoom() {
  const { signUp } = useAccountWords();
  const way = route.useSearch().with;
  const navigate = route.useNavigate();
  const enter = useEnter();
  const studio = useQuery(useQueries().studio());

  async function submit(credentials: Credentials) {
    const problem = await askSignIn("sign-up/email", credentials);
    if (problem !== null) return problem;
    await enter();
    await navigate({ to: "/consent", search: { with: way } });
    return null;
  }

  return (
    <PlainPage>
      <RoomHeading room={signUp.room} lead={way === "drawn" ? signUp.leadDrawn : signUp.leadSelfies}>
        {signUp.title}
      </RoomHeading>
      <CredentialsForm
        password="new"
        shortestPassword={studio.data?.minimumPasswordCharacters}
        submit={signUp.submit}
        submitting={signUp.submitting}
        onSubmit={submit}
      />
      <OtherDoors known="/studio" made={`/consent?with=${way}`} />
      <p className="small credentials-other">
        <span className="quiet">{signUp.other}</span> <Link to="/sign-in">{signUp.otherLink}</Link>
      </p>
    </PlainPage>
  );
}
