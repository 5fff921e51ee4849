import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Choices } from "../../parts/choices.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import type { FigureGrouping, FiguresView } from "../../views/views.ts";
import { useMeasuringWords } from "../../words/measuring-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import { YouParts } from "../you/you-parts.tsx";
import { FigureTable } from "./figure-table.tsx";
import { groupName } from "./group-name.ts";
import { SpreadPlot } from "./spread-plot.tsx";
import { WeekPlot } from "./week-plot.tsx";
import "./figures-room.css";

const groupings: readonly FigureGrouping[] = ["preset", "service", "version"];
const plotted = ["likeness", "naturalness", "smile"] as const;

/** How the person's portraits measure by preset, service and version, and week by week. */
export function FiguresRoom() {
  const { figures: words } = useMeasuringWords();
  const [by, setBy] = useState<FigureGrouping>("preset");
  const figures = useQuery(useQueries().figures(by));
  return (
    <>
      <RoomHeading room={words.room} lead={words.lead}>
        {words.room}
      </RoomHeading>
      <YouParts />
      <Choices
        label={words.by}
        value={by}
        options={groupings.map((value) => ({ value, label: words.grouping[value] }))}
        onChange={setBy}
      />
      {figures.isError && figures.data === undefined && (
        <CallProblem error={figures.error} retry={() => void figures.refetch()} />
      )}
      {figures.isPending && (
        <Waiting className="figures">
          <Blank shape={{ characters: 40 }} />
          <Blank shape={{ characters: 30 }} />
        </Waiting>
      )}
      {figures.data !== undefined && <Figures figures={figures.data} />}
    </>
  );
}

function Figures({ figures }: { figures: FiguresView }) {
  const measuring = useMeasuringWords();
  const { figures: words } = measuring;
  const format = useFormat();
  const { groups, unscored, measuredWith, atMost } = figures;
  if (measuredWith === null) return <p className="figures quiet">{measuring.off}</p>;
  if (groups.length === 0) {
    return (
      <div className="figures figures-none">
        <p>{words.none}</p>
        <Link className="press press-low" to="/studio">
          {words.make}
        </Link>
        <Unscored unscored={unscored} />
      </div>
    );
  }
  const overWeeks = groups.filter(({ weeks }) => weeks.length > 1);
  return (
    <div className="figures">
      <p className="small quiet">{words.plotNote}</p>
      <div className="figures-plots">
        {plotted.map((part) => (
          <SpreadPlot
            key={part}
            title={words[part]}
            rows={groups.map((group) => ({ name: groupName(words, group.name), spread: group[part] }))}
          />
        ))}
      </div>
      <section>
        <h2>{words.weeks}</h2>
        {overWeeks.length === 0 && <p className="quiet">{words.oneWeek}</p>}
        <div className="figures-plots">
          {overWeeks.map((group) => (
            <WeekPlot
              key={groupName(words, group.name)}
              name={groupName(words, group.name)}
              weeks={group.weeks}
            />
          ))}
        </div>
      </section>
      <section>
        <h2>{words.table}</h2>
        <FigureTable groups={groups} />
      </section>
      <Unscored unscored={unscored} />
      <p className="small quiet">
        {words.measuredBy(measuredWith)} {words.atMost(format.count(atMost))}
      </p>
    </div>
  );
}

function Unscored({ unscored }: Pick<FiguresView, "unscored">) {
  const { figures: words } = useMeasuringWords();
  if (unscored.length === 0) return null;
  const count = unscored.reduce((sum, { portraits }) => sum + portraits, 0);
  const reasons = unscored.map(({ reason, portraits }) => `${words.unscoredReason[reason]} (${portraits})`);
  return (
    <p className="small quiet">
      {words.unscored(count)} {reasons.join(", ")}.
    </p>
  );
}
