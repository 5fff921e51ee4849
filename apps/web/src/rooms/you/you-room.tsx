import { useQuery } from "@tanstack/react-query";

import { CallProblem } from "../../parts/call-problem.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useWords } from "../../words/words-context.tsx";
import { AccessTokens } from "./access-tokens.tsx";
import { AccountFacts } from "./account-facts.tsx";
import { ConsentStatement } from "./consent-statement.tsx";
import { CreditStatement } from "./credit-statement.tsx";
import { CreditSummary } from "./credit-summary.tsx";
import { Deletion } from "./deletion.tsx";
import { Everything } from "./everything.tsx";
import { Notices } from "./notices.tsx";
import { Sessions } from "./sessions.tsx";
import { OwnPreset } from "./own-preset.tsx";
import { Profile } from "./profile.tsx";
import { SignOut } from "./sign-out.tsx";
import { ThemeSetting } from "./theme-setting.tsx";
import { YouParts } from "./you-parts.tsx";
import "./you-room.css";

/** The account, its credits, the consent, how the page looks, and the way out. */
export function YouRoom() {
  const { you } = useWords();
  const account = useQuery(useQueries().account());
  return (
    <>
      <RoomHeading room={you.room}>{you.room}</RoomHeading>
      <YouParts />
      {account.isError && account.data === undefined && (
        <CallProblem error={account.error} retry={() => void account.refetch()} />
      )}
      <div className="you">
        <AccountFacts subject={account.data} />
        <Profile />
        <OwnPreset />
        <CreditSummary />
        <CreditStatement />
        <Notices />
        <ThemeSetting />
        <ConsentStatement subject={account.data} />
        <Sessions />
        <AccessTokens />
        <SignOut />
        <Everything />
        {account.data !== undefined && <Deletion />}
      </div>
    </>
  );
}
