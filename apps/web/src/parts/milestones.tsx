import "./milestones.css";

export interface Milestone {
  readonly name: string;
  readonly note: string;
  readonly standing: "done" | "now" | "ahead";
}

/** Stations on a line: passed ones inked, the present one in the accent. */
export function Milestones({ label, stations }: { label: string; stations: readonly Milestone[] }) {
  return (
    <ol className="milestones" data-long={stations.length > 3 ? "" : undefined} aria-label={label}>
      {stations.map(({ name, note, standing }) => (
        <li key={name} data-standing={standing} aria-current={standing === "now" ? "step" : undefined}>
          <b>{name}</b>
          <span>{note}</span>
        </li>
      ))}
    </ol>
  );
}
