import type { ReactNode } from "react";

import "./problem-notice.css";

interface ProblemNoticeProps {
  /** What happened. */
  readonly what: string;
  /** What was kept and what to do. */
  readonly fix?: string | undefined;
  readonly children?: ReactNode;
  readonly id?: string;
}

/** Says what went wrong, what was kept and what to do; spoken at once. */
export function ProblemNotice({ what, fix, children, id }: ProblemNoticeProps) {
  return (
    <div className="problem" role="alert" id={id}>
      <p className="problem-what">{what}</p>
      {fix !== undefined && <p className="problem-fix">{fix}</p>}
      {children !== undefined && <div className="problem-way">{children}</div>}
    </div>
  );
}
