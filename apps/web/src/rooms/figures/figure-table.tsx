import type { FiguresView } from "../../views/views.ts";
import { useMeasuringWords } from "../../words/measuring-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import { groupName } from "./group-name.ts";
import { hundredths } from "./hundredths.ts";

const columns = ["likeness", "naturalness", "smile"] as const;

/** Every number behind the plots, each group with its weeks. */
export function FigureTable({ groups }: Pick<FiguresView, "groups">) {
  const { figures: words } = useMeasuringWords();
  const format = useFormat();
  const cells = (row: Omit<FiguresView["groups"][number], "name" | "weeks">) =>
    columns.map((column) => {
      const { low, middle, high } = row[column];
      return (
        <td key={column}>
          {hundredths(middle)}{" "}
          {row.portraits > 1 && (
            <span className="figure-range">{`${hundredths(low)}–${hundredths(high)}`}</span>
          )}
        </td>
      );
    });
  return (
    <table className="figure-table">
      <thead>
        <tr>
          <th scope="col">{words.group}</th>
          <th scope="col">{words.count}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {words[column]}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={groupName(words, group.name)}>
          <tr>
            <th scope="row">{groupName(words, group.name)}</th>
            <td>{format.count(group.portraits)}</td>
            {cells(group)}
          </tr>
          {group.weeks.length > 1 &&
            group.weeks.map((week) => (
              <tr key={week.from} className="figure-week">
                <th scope="row">{words.weekOf(format.day(week.from, new Date()))}</th>
                <td>{format.count(week.portraits)}</td>
                {cells(week)}
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  );
}
