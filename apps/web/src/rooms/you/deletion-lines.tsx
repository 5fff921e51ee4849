import { Collapsible } from "@base-ui/react/collapsible";
import { useState } from "react";

import { Bill } from "../../parts/bill.tsx";
import type { DeletionLine } from "../../views/views.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import "./deletion.css";

/** Everything that a deletion takes, counted by kind, and each object by name for who wants to see it. */
export function DeletionLines({ lines }: { lines: readonly DeletionLine[] }) {
  const { objects } = useWords().you;
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const kinds = Object.entries(Object.groupBy(lines, ({ kind }) => kind));
  return (
    <>
      <Bill
        lines={kinds.map(([kind, ofKind]) => ({
          // Safe: the keys are the lines' own kinds.
          label: objects.kinds[kind as DeletionLine["kind"]],
          value: format.count(kind === "rows" ? sizeOf(ofKind) : ofKind.length),
        }))}
      />
      <Collapsible.Root open={open} onOpenChange={(next) => setOpen(next)}>
        <Collapsible.Trigger className="word">
          {open ? objects.hide : objects.show(lines.length)}
        </Collapsible.Trigger>
        <Collapsible.Panel>
          <ul className="deletion-objects small">
            {lines.map(({ kind, name, size, outcome }) => (
              <li key={`${kind} ${name}`}>
                <span>{kind === "rows" ? objects.rows(name, size ?? 0) : name}</span>
                <span className="quiet">{objects.outcomes[outcome]}</span>
              </li>
            ))}
          </ul>
        </Collapsible.Panel>
      </Collapsible.Root>
    </>
  );
}

const sizeOf = (lines: readonly DeletionLine[]): number =>
  lines.reduce((sum, { size }) => sum + (size ?? 0), 0);
