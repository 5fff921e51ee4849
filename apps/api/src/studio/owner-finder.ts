/** A piece of open work whose time to be looked at has come. */
export interface DueWork {
  readonly kind: "training" | "generation";
  readonly id: string;
  readonly subjectId: string;
}

/** Says whose a thing is, for work that comes with no session: webhooks, the reconciler, sign-in. */
export interface OwnerFinder {
  readonly subjectOfUser: (userId: string) => Promise<string | undefined>;
  /** Whose the access token with this hash is. */
  readonly ownerOfAccessToken: (hash: string) => Promise<string | undefined>;
  readonly ownerOfTraining: (trainingId: string) => Promise<string | undefined>;
  readonly ownerOfGeneration: (generationId: string) => Promise<string | undefined>;
  /** Subjects whose deletion was asked for and is not done. */
  readonly subjectsToDelete: (atMost: number) => Promise<string[]>;
  /** Subjects with something in the trash since then or longer. */
  readonly subjectsWithTrash: (since: Date, atMost: number) => Promise<string[]>;
  /** Selfies whose time is over by their subject's own setting. */
  readonly selfiesToForget: (
    at: Date,
    atMost: number,
  ) => Promise<readonly { readonly subjectId: string; readonly selfieId: string }[]>;
  /** Trainings that ended before a moment while the provider may still have their zip. */
  readonly trainingsWithZip: (
    endedBefore: Date,
    atMost: number,
  ) => Promise<readonly { readonly subjectId: string; readonly trainingId: string }[]>;
  readonly dueWork: (at: Date, atMost: number) => Promise<DueWork[]>;
}
