import { useEffect, useRef, useState } from "react";

import { useAnnounce } from "../../shell/announcer.tsx";
import type { MadeToken } from "../../views/views.ts";
import { useWords } from "../../words/words-context.tsx";

/** A new token, told this once: leaving the room or pressing on loses it. */
export function MadeTokenOnce({ made, onDone }: { made: MadeToken; onDone: () => void }) {
  const { tokens: texts } = useWords();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const [told, setTold] = useState("");
  useEffect(() => heading.current?.focus(), []);

  async function copy() {
    const sentence = await navigator.clipboard.writeText(made.secret).then(
      () => texts.copied,
      () => texts.notCopied,
    );
    setTold(sentence);
    announce(sentence);
  }

  return (
    <div className="made-token">
      <h3 ref={heading} tabIndex={-1}>
        {texts.madeTitle}
      </h3>
      <code className="made-token-secret">{made.secret}</code>
      <p className="small quiet">{texts.made}</p>
      <div className="token-actions">
        <button type="button" className="press" onClick={() => void copy()}>
          {texts.copy}
        </button>
        <button type="button" className="press press-plain" onClick={onDone}>
          {texts.done}
        </button>
      </div>
      {told !== "" && (
        <p className="small quiet" aria-hidden="true">
          {told}
        </p>
      )}
    </div>
  );
}
