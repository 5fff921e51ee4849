import { Choices } from "../../parts/choices.tsx";
import type { EnhancingLevel, LevelView } from "../../views/views.ts";
import { useFormat } from "../../words/words-context.tsx";
import { useRoomWords } from "../../words/room-words.ts";
import { enhancedWords } from "../../words/enhanced-words.ts";

interface LevelChoiceProps {
  readonly levels: readonly LevelView[];
  readonly value: EnhancingLevel;
  readonly onChange: (level: EnhancingLevel) => void;
}

/** How strong the layer is, with what was learned of the chosen one told beside it. */
export function LevelChoice({ levels, value, onChange }: LevelChoiceProps) {
  const enhanced = useRoomWords(enhancedWords);
  const format = useFormat();
  const chosen = levels.find(({ level }) => level === value);
  return (
    <div className="level-choice">
      <Choices
        label={enhanced.level}
        value={value}
        options={levels.map(({ level }) => ({ value: level, label: enhanced.levels[level] }))}
        onChange={onChange}
      />
      {chosen !== undefined && (
        <dl className="small learned">
          <dt className="quiet">{enhanced.learned}</dt>
          <dd>
            {chosen.note}{" "}
            <span className="quiet numbers">
              {enhanced.layer(chosen.phrase, format.decimal(chosen.scale))}
            </span>
          </dd>
        </dl>
      )}
    </div>
  );
}
