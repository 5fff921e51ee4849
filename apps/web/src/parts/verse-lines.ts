import type { PromptClause, PromptNote } from "../views/views.ts";

/** A piece of a line: words that stand, or words that were struck out. */
export interface VersePiece {
  readonly text: string;
  readonly struck: boolean;
}

export interface VerseLine {
  readonly origin: PromptClause["origin"];
  readonly pieces: readonly VersePiece[];
  /** Why something was changed in it, in the builder's words. */
  readonly changes: readonly string[];
}

export interface Verse {
  readonly lines: readonly VerseLine[];
  /** What the builder says that belongs to no line. */
  readonly remarks: readonly string[];
}

/**
 * Sets a built prompt as lines to read: a line for each of the person's own clauses, one for all clauses of the same
 * other origin, replaced words struck through before what replaced them, and left-out clauses struck through whole.
 */
export function setVerse(clauses: readonly PromptClause[], notes: readonly PromptNote[]): Verse {
  const used = new Set<PromptNote>();
  const lines: VerseLine[] = [];

  for (const { text, origin } of clauses) {
    const own = origin === "brief" || origin === "subject";
    const last = lines.at(-1);
    if (!own && last?.origin === origin) {
      lines[lines.length - 1] = { ...last, pieces: [...last.pieces, standing(`, ${text}`)] };
      continue;
    }
    const changes = own ? replacementsIn(text, notes, used) : [];
    for (const note of changes) used.add(note);
    lines.push({ origin, pieces: strike(text, changes), changes: changes.map(({ message }) => message) });
  }

  for (const note of notes) {
    const leftOut = note.code === "expression-removed" || note.code === "clause-dropped";
    if (!leftOut || note.clause === undefined) continue;
    used.add(note);
    const line: VerseLine = {
      origin: "brief",
      pieces: [{ text: note.clause, struck: true }],
      changes: [note.message],
    };
    lines.splice(lines.findLastIndex(({ origin }) => origin === "brief") + 1 || lines.length, 0, line);
  }

  return { lines, remarks: notes.filter((note) => !used.has(note)).map(({ message }) => message) };
}

/** The replacements that turned the clause a person wrote into this one. */
function replacementsIn(
  text: string,
  notes: readonly PromptNote[],
  used: ReadonlySet<PromptNote>,
): readonly PromptNote[] {
  const first = notes.find(
    (note) =>
      isReplacement(note) &&
      !used.has(note) &&
      sameWords(replaced(note.clause ?? "", sameClause(notes, note)), text),
  );
  return first === undefined ? [] : sameClause(notes, first);
}

function sameClause(notes: readonly PromptNote[], { clause }: PromptNote): readonly PromptNote[] {
  return notes.filter((note) => isReplacement(note) && note.clause === clause);
}

function isReplacement({ code, from, to }: PromptNote): boolean {
  return code === "expression-replaced" && from !== undefined && to !== undefined;
}

function replaced(clause: string, replacements: readonly PromptNote[]): string {
  return replacements.reduce((text, { from = "", to = "" }) => text.replace(from, () => to), clause);
}

/** The builder also mends `an` to `a` before a replacement, and a clause of one word loses its old spaces. */
function sameWords(one: string, other: string): boolean {
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/\ban\b/gu, "a")
      .replaceAll(/\s+/gu, " ")
      .trim();
  return fold(one) === fold(other);
}

function strike(text: string, replacements: readonly PromptNote[]): readonly VersePiece[] {
  const pieces: VersePiece[] = [];
  let rest = text;
  for (const { from = "", to = "" } of replacements) {
    const at = rest.indexOf(to);
    if (at === -1) continue;
    if (at > 0) pieces.push(standing(rest.slice(0, at)));
    pieces.push({ text: from, struck: true }, standing(` ${to}`));
    rest = rest.slice(at + to.length);
  }
  if (rest !== "") pieces.push(standing(rest));
  return pieces;
}

function standing(text: string): VersePiece {
  return { text, struck: false };
}
