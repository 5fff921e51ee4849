import { expressions, type Expression } from "./expressions.ts";
import { indexPhrases, type PhraseIndex } from "./find-phrases.ts";
import { findForcedSmiles, type ForcedSmile } from "./find-forced-smiles.ts";
import type { PromptNote } from "./built-prompt.ts";
import { hasContent } from "./tidy-clause.ts";

export type ExpressionRule = {
  readonly expression: Expression | null;
  /** Phrases to leave, the person's own and those of the chosen expression. */
  readonly kept: PhraseIndex;
  /** Whether a clause that asks for nothing else may go; the subject's may not. */
  readonly mayRemove: boolean;
};

const noPhrases: PhraseIndex = new Map();
const laughter = indexPhrases(["laughing", "laughter"]);
const article = /^\W*(?:an?|the)\W*$/i;

/** The phrases to leave: those asked for, and laughing where laughing was chosen. */
export function keptPhrases(keep: readonly string[], expression: Expression | null): PhraseIndex {
  if (keep.length === 0) return expression === "laughing" ? laughter : noPhrases;
  return indexPhrases(expression === "laughing" ? [...keep, "laughing", "laughter"] : keep);
}

/**
 * Replaces every forced smile in the clauses by the chosen expression's wording, or by a soft smile when none
 * was chosen, and leaves out clauses that ask for nothing else when one was. What comes out holds nothing that
 * would be replaced again.
 */
export function applyExpressionPolicy(
  clauses: readonly string[],
  rule: ExpressionRule,
  notes: PromptNote[],
): readonly string[] {
  const wording = expressions[rule.expression ?? "soft-smile"];
  const kept: string[] = [];
  let added = false;
  for (const clause of clauses) {
    const smiles = findForcedSmiles(clause, rule.kept);
    if (smiles.length === 0) {
      kept.push(clause);
    } else if (!isNothingElse(clause, smiles)) {
      kept.push(replaceSmiles(clause, smiles, wording, notes));
    } else if (rule.expression !== null && rule.mayRemove) {
      notes.push({
        code: "expression-removed",
        message: `“${clause}” was left out: the expression is given by “${wording.noun}”.`,
        from: clause,
        clause,
      });
    } else {
      notes.push(replacement(clause, wording.noun, clause));
      if (!added && !clauses.some((other) => other.toLowerCase() === wording.noun)) kept.push(wording.noun);
      added = true;
    }
  }
  return kept;
}

function isNothingElse(clause: string, smiles: readonly ForcedSmile[]): boolean {
  const rest = rebuild(clause, smiles, () => " ");
  return !hasContent(rest) || article.test(rest);
}

function replaceSmiles(
  clause: string,
  smiles: readonly ForcedSmile[],
  wording: { readonly noun: string; readonly modifier: string },
  notes: PromptNote[],
): string {
  return rebuild(clause, smiles, (smile) => {
    const to = wording[smile.kind];
    notes.push(replacement(clause.slice(smile.start, smile.end), to, clause));
    return to;
  });
}

/** A clause with each smile replaced, and `an` before it as `a`: every wording begins with a consonant. */
function rebuild(
  clause: string,
  smiles: readonly ForcedSmile[],
  wordingOf: (smile: ForcedSmile) => string,
): string {
  let rebuilt = "";
  let end = 0;
  for (const smile of smiles) {
    rebuilt += clause.slice(end, smile.start).replace(/(?<![\p{L}\p{N}\p{M}])(a)n(\s+)$/iu, "$1$2");
    rebuilt += wordingOf(smile);
    end = smile.end;
  }
  return rebuilt + clause.slice(end);
}

function replacement(from: string, to: string, clause: string): PromptNote {
  return {
    code: "expression-replaced",
    message: `“${from}” became “${to}”: forced smiles look fake and pull the face away from yours.`,
    from,
    to,
    clause,
  };
}
