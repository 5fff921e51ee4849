import { useState } from "react";

import { chooseTheme, readThemeChoice, type ThemeChoice } from "../../look/theme-choice.ts";
import { Choices } from "../../parts/choices.tsx";
import { useWords } from "../../words/words-context.tsx";

const storage = () => localStorage;

/** Light, dark, or as the system has it. */
export function ThemeSetting() {
  const { theme } = useWords().you;
  const [choice, setChoice] = useState<ThemeChoice>(() => readThemeChoice(storage));
  const [kept, setKept] = useState(true);
  return (
    <section>
      <h2>{theme.title}</h2>
      <Choices
        label={theme.label}
        value={choice}
        options={[
          { value: "system", label: theme.system },
          { value: "light", label: theme.light },
          { value: "dark", label: theme.dark },
        ]}
        onChange={(next) => {
          setChoice(next);
          setKept(chooseTheme(next, document.documentElement, storage));
        }}
      />
      <p className="small quiet">{kept ? theme.note : theme.notKept}</p>
    </section>
  );
}
