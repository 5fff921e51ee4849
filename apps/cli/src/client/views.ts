import type { AppRouter } from "@selfsame/api/router";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;
type Inputs = inferRouterInputs<AppRouter>;

export type TokenView = Outputs["tokens"]["list"]["tokens"][number];
export type TokenScope = TokenView["scopes"][number];
export type StudioView = Outputs["studio"]["get"];
export type SubjectView = Outputs["account"]["get"];
export type ConsentText = Outputs["account"]["consentText"];
export type SelfieList = Pick<Outputs["selfies"]["list"], "selfies" | "set">;
export type ScoreView = Outputs["gallery"]["listByScore"]["portraits"][number]["score"];
export type MeasurementView = Outputs["gallery"]["get"]["measurement"];
export type FiguresView = Outputs["measuring"]["figures"];
export type SelfieView = Outputs["selfies"]["add"];
export type ModelView = NonNullable<Outputs["models"]["get"]>;
export type TrainingView = ModelView["trainings"][number];
export type GenerationView = Outputs["generations"]["get"];
export type GenerationRequest = Inputs["generations"]["create"];
export type PreviewRequest = Inputs["generations"]["preview"];
export type PromptPreview = Outputs["generations"]["preview"];
export type PortraitView = GenerationView["portraits"][number];
export type ConversationSummary = Outputs["maya"]["list"]["conversations"][number];
export type ConversationView = Outputs["maya"]["read"];
export type TurnView = ConversationView["turns"][number];
export type CardView = TurnView["cards"][number];
export type CollectionView = Outputs["photoshoot"]["collections"][number];
export type ShootView = Outputs["photoshoot"]["get"];
export type ShootShotView = ShootView["shots"][number];
export type ShootSummary = Outputs["photoshoot"]["list"]["shoots"][number];
export type PairView = Outputs["enhanced"]["get"];
export type BalanceView = Outputs["credits"]["balance"];
export type SpendingView = Outputs["credits"]["spending"];
export type CreditEntryView = Outputs["credits"]["history"]["entries"][number];
export type ExperimentView = Outputs["lab"]["get"];
export type ExperimentDesign = Inputs["lab"]["start"]["design"];
export type ReadyDesign = Outputs["lab"]["ready"][number]["design"];
export type EstimateView = Outputs["lab"]["estimate"];
export type VerdictView = Outputs["lab"]["verdict"];
export type ProgressView = NonNullable<TrainingView["progress"]>;

type LiveFeed = Outputs["events"]["live"];

/** What the studio tells while one listens, without its position. */
export type LiveEvent = LiveFeed extends AsyncIterable<{ data: infer TEvent }> ? TEvent : never;
