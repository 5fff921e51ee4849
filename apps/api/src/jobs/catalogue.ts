import { z } from "zod";
import { storedContentTypes } from "../images/image-key.ts";

const defineJobs = <const TJobs extends Record<string, JobPolicy>>(jobs: TJobs) => jobs;

interface JobPolicy {
  readonly payload: z.ZodType<object>;
  /** How many times a job that threw is tried again. */
  readonly retryLimit: number;
  /** Before the first retry; doubled with jitter for each further one. */
  readonly retryDelaySeconds: number;
  /** A job that runs longer is taken for dead and tried again. */
  readonly expireSeconds: number;
  /** How many of them one process works on at a time. */
  readonly concurrency: number;
}

/** Every kind of work the studio does beside answering: its payload, and how it is retried. */
export const jobCatalogue = defineJobs({
  "submit-training": {
    payload: z.strictObject({ subjectId: z.uuid(), trainingId: z.uuid() }),
    retryLimit: 5,
    retryDelaySeconds: 2,
    expireSeconds: 300,
    concurrency: 2,
  },
  "submit-generation": {
    payload: z.strictObject({ subjectId: z.uuid(), generationId: z.uuid() }),
    retryLimit: 5,
    retryDelaySeconds: 1,
    expireSeconds: 120,
    concurrency: 8,
  },
  "store-portraits": {
    payload: z.strictObject({ subjectId: z.uuid(), generationId: z.uuid() }),
    // Tried until shortly before the provider forgets the pictures, an hour after they were made.
    retryLimit: 12,
    retryDelaySeconds: 1,
    expireSeconds: 300,
    concurrency: 4,
  },
  "measure-selfie": {
    payload: z.strictObject({ subjectId: z.uuid(), selfieId: z.uuid() }),
    // A picture that ends the networks does so again: two more tries, then it waits for a person.
    retryLimit: 2,
    retryDelaySeconds: 5,
    expireSeconds: 300,
    concurrency: 2,
  },
  "score-portrait": {
    payload: z.strictObject({ subjectId: z.uuid(), portraitId: z.uuid() }),
    retryLimit: 2,
    retryDelaySeconds: 5,
    expireSeconds: 300,
    concurrency: 2,
  },
  "advance-experiments": {
    payload: z.strictObject({ subjectId: z.uuid() }),
    retryLimit: 5,
    retryDelaySeconds: 1,
    expireSeconds: 120,
    concurrency: 2,
  },
  "delete-selfie-pictures": {
    payload: z.strictObject({ subjectId: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    retryLimit: 20,
    retryDelaySeconds: 5,
    expireSeconds: 120,
    concurrency: 2,
  },
  "delete-portrait-pictures": {
    payload: z.strictObject({
      subjectId: z.uuid(),
      pictures: z.array(
        z.strictObject({
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
          contentType: z.enum(storedContentTypes),
        }),
      ),
    }),
    retryLimit: 20,
    retryDelaySeconds: 5,
    expireSeconds: 120,
    concurrency: 2,
  },
  "delete-training-zip": {
    payload: z.strictObject({ subjectId: z.uuid(), trainingId: z.uuid() }),
    retryLimit: 20,
    retryDelaySeconds: 5,
    expireSeconds: 120,
    concurrency: 2,
  },
  "tell-of-training": {
    payload: z.strictObject({ subjectId: z.uuid(), trainingId: z.uuid() }),
    // A mail that is a day late is news no more.
    retryLimit: 8,
    retryDelaySeconds: 10,
    expireSeconds: 120,
    concurrency: 2,
  },
  "delete-subject": {
    payload: z.strictObject({ subjectId: z.uuid() }),
    retryLimit: 20,
    retryDelaySeconds: 5,
    expireSeconds: 300,
    concurrency: 1,
  },
});

/** The name of a kind of work. */
export type JobName = keyof typeof jobCatalogue;

/** What a job of one kind carries: ids and names of content alone. */
export type JobPayload<TName extends JobName> = z.infer<(typeof jobCatalogue)[TName]["payload"]>;

/** One handler for every kind; a missing one does not compile. */
export type JobHandlers = {
  readonly [TName in JobName]: (payload: JobPayload<TName>) => Promise<void>;
};
