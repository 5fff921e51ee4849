import type { AppRouter } from "@selfsame/api/router";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;
type Inputs = inferRouterInputs<AppRouter>;

export type StudioView = Outputs["studio"]["get"];
export type SubjectView = Outputs["account"]["get"];
export type LimitsView = SubjectView["limits"];
export type ConsentText = Outputs["account"]["consentText"];
export type DeletionReceipt = Outputs["account"]["withdrawConsent"];
export type SelfieView = Outputs["selfies"]["add"];
export type SelfieList = Outputs["selfies"]["list"];
export type ModelView = NonNullable<Outputs["models"]["get"]>;
export type TrainingView = ModelView["trainings"][number];
export type TrainingStatus = TrainingView["status"];
export type GenerationView = Outputs["generations"]["get"];
export type GenerationStatus = GenerationView["status"];
export type GenerationList = Outputs["generations"]["list"];
export type GenerationRequest = Inputs["generations"]["create"];
export type PromptPreview = Outputs["generations"]["preview"];
export type PromptClause = Pick<PromptPreview["clauses"][number], "text" | "origin">;
export type PromptNote = PromptPreview["notes"][number];
export type PortraitView = GenerationView["portraits"][number];
export type PortraitDetail = Outputs["gallery"]["get"];
export type GalleryPage = Outputs["gallery"]["list"];
export type Expression = NonNullable<GenerationView["expression"]>;
export type ProgressView = NonNullable<TrainingView["progress"]>;
