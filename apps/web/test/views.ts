import type {
  GalleryPage,
  GenerationView,
  ModelView,
  PortraitView,
  SelfieView,
  ShootView,
  TrainingView,
} from "../src/views/views.ts";

const moment = "2026-11-14T07:42:00.000Z";

/** A view as the api gives it, with what a test is about put in. */
export function portraitView(differing: Partial<PortraitView> = {}): PortraitView {
  return {
    id: "019a0000-0000-7000-8000-000000000001",
    generationId: "019a0000-0000-7000-8000-0000000000aa",
    index: 0,
    width: 896,
    height: 1152,
    contentType: "image/png",
    placeholderHash: "YJqGPQw7sFlslqhFafSE+Q6oJ1h2iHB2Rw==",
    kept: false,
    simulated: true,
    createdAt: moment,
    trashedAt: null,
    brief: "On the quay, in a navy coat",
    service: "studio",
    presetId: "natural-expression",
    ...differing,
  };
}

export function generationView(differing: Partial<GenerationView> = {}): GenerationView {
  return {
    id: "019a0000-0000-7000-8000-0000000000aa",
    service: "studio",
    brief: "On the quay, in a navy coat",
    expression: null,
    enhancement: "none",
    preset: { id: "natural-expression", version: 1 },
    changes: {},
    outputs: 2,
    seed: 7,
    status: "running",
    progress: { phase: "working", step: 10, totalSteps: 50 },
    portraits: [],
    putAway: 0,
    withheld: 0,
    alarm: null,
    error: null,
    prompt: "",
    cancelRequested: false,
    createdAt: moment,
    endedAt: null,
    simulated: true,
    ...differing,
  };
}

export function trainingView(differing: Partial<TrainingView> = {}): TrainingView {
  return {
    id: "019a0000-0000-7000-8000-0000000000bb",
    status: "running",
    selfieCount: 12,
    active: false,
    progress: { phase: "working", step: 100, totalSteps: 1000 },
    error: null,
    version: null,
    createdAt: moment,
    startedAt: moment,
    endedAt: null,
    cancelRequested: false,
    simulated: true,
    ...differing,
  };
}

export function modelView(trainings: TrainingView[]): ModelView {
  return {
    id: "019a0000-0000-7000-8000-0000000000cc",
    name: "studio/30917462-selfie-lora",
    triggerWord: "user30917462",
    ready: trainings.some(({ active }) => active),
    trainings,
  };
}

export function selfieView(differing: Partial<SelfieView> = {}): SelfieView {
  return {
    id: "019a0000-0000-7000-8000-0000000000dd",
    fileName: "window.jpg",
    width: 1200,
    height: 1600,
    sizeBytes: 400_000,
    drawn: false,
    placeholderHash: "YJqGPQw7sFlslqhFafSE+Q6oJ1h2iHB2Rw==",
    createdAt: moment,
    coach: { state: "off" },
    ...differing,
  };
}

/** Portraits of one gallery page, newest first, one an hour. */
export function galleryPage(ids: readonly string[], nextCursor: string | null, newest = moment): GalleryPage {
  return {
    nextCursor,
    portraits: ids.map((id, index) =>
      portraitView({ id, createdAt: new Date(Date.parse(newest) - index * 3_600_000).toISOString() }),
    ),
  };
}

/** A shoot of so many shots, each with a take that is under way. */
export function shootView(shots: number, differing: Partial<ShootView> = {}): ShootView {
  return {
    id: "019a0000-0000-7000-8000-0000000000dd",
    collectionId: "plain-walls",
    collectionVersion: 1,
    title: "Plain walls",
    preset: { id: "natural-expression", version: 1 },
    outputs: 1,
    seed: 7,
    createdAt: moment,
    endedAt: null,
    simulated: true,
    progress: { asked: shots, ready: 0, openShots: shots },
    shots: Array.from({ length: shots }, (_, position) => ({
      id: `019a0000-0000-7000-8000-00000000ee0${position}`,
      position,
      shot: {
        id: `shot-${position}`,
        title: `Shot ${position}`,
        framing: "half-length",
        moment: "standing by the wall",
        clothes: "grey coat",
        place: "a bare room",
        light: "window light from the left",
        lens: "50mm lens",
        expression: "calm",
      },
      takes: 1,
      generation: generationView({
        id: `019a0000-0000-7000-8000-00000000ff0${position}`,
        service: "photoshoot",
        outputs: 1,
      }),
      earlier: [],
    })),
    ...differing,
  };
}
