import { Choices } from "../../../parts/choices.tsx";
import { Frame } from "../../../parts/frame.tsx";
import { ShotSketch } from "../../../parts/shot-sketch.tsx";
import { TextField } from "../../../parts/text-field.tsx";
import type { Framing } from "../../../views/views.ts";
import { useWords } from "../../../words/words-context.tsx";
import { useRoomWords } from "../../../words/room-words.ts";
import { photoshootWords } from "../../../words/photoshoot-words.ts";
import { expressionOrder } from "../../../parts/expression-order.ts";
import { type DraftShot, textFields } from "./collection-draft.ts";

interface ShotEditorProps {
  readonly shot: DraftShot;
  readonly number: number;
  /** Whether it was tried to keep the collection: empty fields are then marked. */
  readonly tried: boolean;
  readonly onChange: (shot: DraftShot) => void;
  readonly onRemove: () => void;
}

const shortest = 3;

/** One shot that is being written, beside its drawing, which follows the words. */
export function ShotEditor({ shot, number, tried, onChange, onRemove }: ShotEditorProps) {
  const { studio } = useWords();
  const photoshoot = useRoomWords(photoshootWords);
  const { editor } = photoshoot;
  const { hints } = editor;
  // Safe: the catalogue has every framing as a key and no other.
  const framings = Object.keys(photoshoot.framings) as Framing[];
  return (
    <li className="editor-shot">
      <fieldset>
        <legend className="unseen">{editor.shot(number)}</legend>
        <div className="editor-drawing">
          <Frame
            drawing={<ShotSketch framing={shot.framing} expression={shot.expression} moment={shot.moment} />}
          />
          <p className="small quiet numbers">{editor.shot(number)}</p>
          <button type="button" className="word" onClick={onRemove}>
            {editor.removeShot}
            <span className="unseen">, {number}</span>
          </button>
        </div>
        <div className="editor-fields">
          {textFields.map((field) => (
            <div key={field} data-field={field}>
              <TextField
                label={editor.fields[field]}
                type="text"
                name={`${field}-${number}`}
                autoComplete="off"
                hint={field === "title" ? undefined : hints[field]}
                problem={tried && shot[field].trim().length < shortest ? editor.incomplete(1) : undefined}
                value={shot[field]}
                onChange={(text) => onChange({ ...shot, [field]: text })}
              />
            </div>
          ))}
          <div className="editor-choices">
            <Choices
              label={editor.framing}
              value={shot.framing}
              options={framings.map((value) => ({ value, label: photoshoot.framings[value] }))}
              onChange={(framing) => onChange({ ...shot, framing })}
            />
            <Choices
              label={editor.expression}
              value={shot.expression}
              options={expressionOrder.map((value) => ({ value, label: studio.expressions[value] }))}
              onChange={(expression) => onChange({ ...shot, expression })}
            />
          </div>
        </div>
      </fieldset>
    </li>
  );
}
