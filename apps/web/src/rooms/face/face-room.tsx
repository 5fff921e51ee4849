import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { CallProblem } from "../../parts/call-problem.tsx";
import { StepsLine } from "../../parts/steps-line.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { trainingHasEnded } from "../../views/has-ended.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useMeasuringWords } from "../../words/measuring-words.ts";
import { useWords } from "../../words/words-context.tsx";
import { YouParts } from "../you/you-parts.tsx";
import { faceLead } from "./face-lead.ts";
import { SelfieDesk } from "./selfie-desk.tsx";
import { SetBalance } from "./set-balance.tsx";
import { TrainPanel } from "./train-panel.tsx";
import { TrainingProgress } from "./training-progress.tsx";
import { Versions } from "./versions.tsx";
import "./face-room.css";

/** Where a face is brought and learnt: the contact sheet, the training, its versions. */
export function FaceRoom() {
  const { face } = useWords();
  const { coach } = useMeasuringWords();
  const queries = useQueries();
  const account = useQuery(queries.account());
  const selfies = useQuery(queries.selfies());
  const model = useQuery(queries.model());
  const hasKept = useQuery(queries.hasKept());
  const trainings = model.data?.trainings ?? [];
  const underWay = trainings.find(({ status }) => !trainingHasEnded(status));
  const consentGiven = account.data === undefined ? undefined : account.data.consent !== null;
  const ready = model.data?.ready === true;
  const failed = [account, selfies, model].find((query) => query.isError && query.data === undefined);

  return (
    <>
      <RoomHeading
        room={face.room}
        lead={selfies.data === undefined ? undefined : faceLead({ face, coach }, selfies.data)}
      >
        {face.room}
      </RoomHeading>
      <YouParts />
      {hasKept.data?.portraits.length === 0 && (
        <div className="face-steps">
          <StepsLine now={ready ? "portraits" : underWay === undefined ? "selfies" : "training"} />
        </div>
      )}
      {failed !== undefined && <CallProblem error={failed.error} retry={() => void failed.refetch()} />}
      {underWay !== undefined && <TrainingProgress training={underWay} />}
      <div className="two">
        <div>
          {consentGiven === false ? (
            <section className="face-consent">
              <h2>{face.consentFirst.title}</h2>
              <p>{face.consentFirst.lead}</p>
              <Link className="press" to="/consent" search={{ with: "selfies" }}>
                {face.consentFirst.go}
              </Link>
            </section>
          ) : (
            <SelfieDesk list={selfies.data} />
          )}
        </div>
        <div className="face-side">
          {ready && underWay === undefined && hasKept.data?.portraits.length === 0 && (
            <section className="face-ready">
              <h2>{face.ready.title}</h2>
              <p className="quiet">{face.ready.lead}</p>
              <Link className="press press-wide" to="/studio">
                {face.ready.go}
              </Link>
            </section>
          )}
          {selfies.data !== undefined &&
            selfies.data.selfies.some((selfie) => selfie.coach.state !== "off") && (
              <SetBalance selfies={selfies.data.selfies} set={selfies.data.set} />
            )}
          {selfies.data !== undefined && model.data !== undefined && consentGiven === true && (
            <TrainPanel
              list={selfies.data}
              trained={trainings.filter(({ status }) => status === "ready").length}
              underWay={underWay !== undefined}
              latestFailed={trainings[0]?.status === "failed" ? trainings[0] : undefined}
            />
          )}
          {trainings.length > 0 && <Versions trainings={trainings} />}
        </div>
      </div>
    </>
  );
}
