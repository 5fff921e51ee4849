import type { ReactNode } from "react";

import "./bill.css";

export interface BillLine {
  readonly label: string;
  readonly value: ReactNode;
}

/** Facts one under the other, label left, value right, hairlines between. */
export function Bill({ lines }: { lines: readonly BillLine[] }) {
  return (
    <dl className="bill">
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
