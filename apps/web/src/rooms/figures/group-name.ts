import type { FiguresView } from "../../views/views.ts";
import type { MeasuringWords } from "../../words/measuring-words.ts";

/** What a group is called. */
export function groupName(
  words: MeasuringWords["figures"],
  name: FiguresView["groups"][number]["name"],
): string {
  switch (name.by) {
    case "preset":
      return words.preset(name.presetId, name.presetVersion, name.changed);
    case "service":
      return words.service[name.service];
    case "version":
      return name.number === null ? words.versionGone : words.version(name.number);
  }
}
