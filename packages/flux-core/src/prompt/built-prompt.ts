/** Where a clause of a prompt came from. */
export type ClauseOrigin =
  | "trigger"
  | "subject"
  | "expression"
  | "brief"
  | "reinforcement"
  | "quality"
  | "enhancement";

/** One clause of a built prompt; the clauses joined by `, ` are its text. */
export type PromptClause = { readonly text: string; readonly origin: ClauseOrigin };

/** What a build did to the words it was given. */
export type PromptNoteCode =
  | "unseen-characters-removed"
  | "markdown-stripped"
  | "weights-unwrapped"
  | "expression-replaced"
  | "expression-removed"
  | "clause-dropped"
  | "past-clip-window"
  | "script-hardly-known";

export type PromptNote = {
  readonly code: PromptNoteCode;
  readonly message: string;
  readonly from?: string;
  readonly to?: string;
  readonly clause?: string;
};

/** Estimated lengths for FLUX's two text encoders, their start and end tokens included. */
export type TokenCounts = {
  /** CLIP reads the first 77 and no more. */
  readonly clip: number;
  /** T5 reads up to 512. */
  readonly t5: number;
};

export type BuiltPrompt = {
  readonly text: string;
  readonly clauses: readonly PromptClause[];
  /** How often the trigger word stands in the text. */
  readonly triggerCount: number;
  readonly tokens: TokenCounts;
  /** Everything the build changed or warns of; empty when nothing happened. */
  readonly notes: readonly PromptNote[];
};
