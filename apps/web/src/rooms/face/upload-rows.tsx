import { MeasuredBar } from "../../parts/measured-bar.tsx";
import type { Upload, UploadQueue } from "../../upload/upload-queue.ts";
import { useWords } from "../../words/words-context.tsx";
import { UploadPreview } from "./upload-preview.tsx";
import "./upload-rows.css";

/** The photos on their way, each with how far it is or why it was not taken. */
export function UploadRows({ uploads, queue }: { uploads: readonly Upload[]; queue: UploadQueue }) {
  const words = useWords();
  if (uploads.length === 0) return null;
  return (
    <ul className="uploads" aria-label={words.face.uploads.label}>
      {uploads.map((upload) => (
        <li key={upload.key} className="upload" data-state={upload.state.is}>
          <UploadPreview file={upload.file} />
          <div className="upload-told">
            <p className="upload-name">{upload.file.name}</p>
            <UploadStanding upload={upload} />
          </div>
          <UploadActions upload={upload} queue={queue} />
        </li>
      ))}
    </ul>
  );
}

function UploadStanding({ upload: { file, state } }: { upload: Upload }) {
  const { uploads } = useWords().face;
  switch (state.is) {
    case "waiting":
      return <p className="quiet">{uploads.waiting}</p>;
    case "sending": {
      const spoken = uploads.sending(Math.round(state.share * 100));
      return (
        <>
          <p className="quiet numbers">{spoken}</p>
          <MeasuredBar label={file.name} share={state.share} spoken={spoken} />
        </>
      );
    }
    case "checking":
      return <p className="quiet">{uploads.checking}</p>;
    case "refused":
      return (
        <div role="alert">
          <p className="upload-refused">
            {uploads.refused}: {state.refusal.what}
          </p>
          <p className="quiet">{state.refusal.fix}</p>
        </div>
      );
    case "failed":
      return (
        <div role="alert">
          <p className="upload-refused">{uploads.failed}</p>
          <p className="quiet">{uploads.failedFix}</p>
        </div>
      );
  }
}

function UploadActions({ upload: { key, file, state }, queue }: { upload: Upload; queue: UploadQueue }) {
  const { uploads } = useWords().face;
  const original = state.is === "refused" ? state.refusal.original : undefined;
  const ended = state.is === "refused" || state.is === "failed";
  return (
    <div className="upload-actions">
      {state.is === "failed" && (
        <button type="button" className="word" onClick={() => queue.retry(key)}>
          {uploads.tryAgain}
        </button>
      )}
      {original !== undefined && (
        <button type="button" className="word" onClick={() => showSelfie(original.selfieId)}>
          {uploads.seeOriginal}
        </button>
      )}
      <button
        type="button"
        className="word"
        aria-label={ended ? uploads.dismissSpoken(file.name) : uploads.stopSpoken(file.name)}
        onClick={() => queue.drop(key)}
      >
        {ended ? uploads.dismiss : uploads.stop}
      </button>
    </div>
  );
}

function showSelfie(selfieId: string): void {
  const selfie = document.querySelector<HTMLElement>(`#selfie-${CSS.escape(selfieId)}`);
  selfie?.focus({ preventScroll: true });
  selfie?.scrollIntoView({ block: "center", behavior: "smooth" });
}
