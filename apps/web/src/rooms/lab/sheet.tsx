import { Link } from "@tanstack/react-router";

import { Frame } from "../../parts/frame.tsx";
import { imageAddress } from "../../parts/image-address.ts";
import { pictureFit } from "../../parts/picture-fit.ts";
import type { CellView, ExperimentView } from "../../views/views.ts";
import { useLabWords } from "../../words/lab-words.ts";

/** The grid: arms as columns, briefs as rows, a picture for each seed; fills while one looks. */
export function Sheet({ experiment }: { experiment: ExperimentView }) {
  const words = useLabWords().experiment;
  const { design, blocks, grid } = experiment;
  const cells = new Map(grid.map((cell) => [`${cell.block} ${cell.arm}`, cell]));
  return (
    <section>
      <div className="state">
        <h2>{words.sheet}</h2>
        <span>{words.sheetNote}</span>
      </div>
      <div className="lab-scroll">
        <table className="lab-sheet" data-seeds={Math.min(design.seeds.length, 4)}>
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{words.brief}</span>
              </th>
              {design.arms.map(({ name, presetId, changes }) => (
                <th key={name} scope="col">
                  <b>{name}</b>
                  <span className="numbers">
                    {[presetId, ...Object.entries(changes).map(([key, value]) => `${key} ${value}`)].join(
                      ", ",
                    )}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {design.briefs.map(({ text }, brief) => (
              <tr key={text}>
                <th scope="row">
                  <span className="lab-brief">{text}</span>
                </th>
                {design.arms.map(({ name }, arm) => (
                  <td key={name}>
                    <div className="lab-seeds">
                      {blocks
                        .filter((block) => block.brief === brief)
                        .map(({ block, seed }) => (
                          <SheetCell
                            key={block}
                            cell={cells.get(`${block} ${arm}`)}
                            alt={words.pictureAlt(text, name, design.seeds[seed] ?? 0)}
                          />
                        ))}
                    </div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function SheetCell({ cell, alt }: { cell: CellView | undefined; alt: string }) {
  const { state } = useLabWords().experiment;
  const portrait = cell?.portrait ?? null;
  const note = cell?.score?.smile?.toFixed(2) ?? cell?.score?.reason ?? state[cell?.state ?? "waiting"];
  if (portrait === null) {
    return (
      <div className="lab-cell" title={cell?.reason?.message}>
        <Frame small />
        <small>{note}</small>
      </div>
    );
  }
  return (
    <Link className="lab-cell" to="/gallery/$portraitId" params={{ portraitId: portrait.id }}>
      <Frame
        small
        simulated={portrait.simulated}
        placeholderHash={portrait.placeholderHash}
        picture={{
          address: imageAddress("portraits", portrait.id, 160),
          alt,
          fit: pictureFit(portrait.width, portrait.height),
        }}
      />
      <small className="numbers">{note}</small>
    </Link>
  );
}
