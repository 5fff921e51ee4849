/** What kind of thing changed; `gallery` stands for many portraits at once. */
export type SubjectEventType =
  | "generation"
  | "training"
  | "selfies"
  | "portrait"
  | "gallery"
  | "credits"
  | "conversation"
  | "experiment"
  | "shoot";

/** One change of a subject's things: which, not how; a reader takes the thing as it is now. */
export interface SubjectEvent {
  readonly position: number;
  readonly type: SubjectEventType;
  readonly entityId: string;
  readonly at: Date;
}

/** The channel whose notifications carry the id of a subject with something new; a hint, never the truth. */
export const subjectEventsChannel = "selfsame_subject_events";
