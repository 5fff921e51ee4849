CREATE TABLE "experiment_cells" (
	"subject_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"block" integer NOT NULL,
	"arm" integer NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"generation_id" uuid NOT NULL,
	CONSTRAINT "experiment_cells_experiment_id_block_arm_pk" PRIMARY KEY("experiment_id","block","arm"),
	CONSTRAINT "experiment_cells_generation_id_unique" UNIQUE("generation_id"),
	CONSTRAINT "experiment_cells_attempts" CHECK ("experiment_cells"."attempt" between 1 and 2)
);
--> statement-breakpoint
ALTER TABLE "experiment_cells" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "experiment_votes" (
	"subject_id" uuid NOT NULL,
	"experiment_id" uuid NOT NULL,
	"ballot" integer NOT NULL,
	"block" integer NOT NULL,
	"first_arm" integer NOT NULL,
	"second_arm" integer NOT NULL,
	"choice" text NOT NULL,
	"voted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "experiment_votes_experiment_id_ballot_pk" PRIMARY KEY("experiment_id","ballot"),
	CONSTRAINT "experiment_votes_two_arms" CHECK ("experiment_votes"."first_arm" <> "experiment_votes"."second_arm"),
	CONSTRAINT "experiment_votes_choice" CHECK ("experiment_votes"."choice" in ('first', 'second', 'neither'))
);
--> statement-breakpoint
ALTER TABLE "experiment_votes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "experiments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"design" jsonb NOT NULL,
	"training_id" uuid NOT NULL,
	"budget_credits" integer NOT NULL,
	"ballot_seed" integer NOT NULL,
	"status" text NOT NULL,
	"stop_code" text,
	"idempotency_key" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "experiments_owner" UNIQUE("subject_id","id"),
	CONSTRAINT "experiments_budget_positive" CHECK ("experiments"."budget_credits" > 0),
	CONSTRAINT "experiments_status" CHECK ("experiments"."status" in ('running', 'stopped', 'finished')),
	CONSTRAINT "experiments_stop_code" CHECK (("experiments"."stop_code" is not null) = ("experiments"."status" = 'stopped')),
	CONSTRAINT "experiments_ended" CHECK (("experiments"."ended_at" is null) = ("experiments"."status" = 'running'))
);
--> statement-breakpoint
ALTER TABLE "experiments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subject_presets" (
	"subject_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"preset_id" text NOT NULL,
	"preset_version" integer NOT NULL,
	"changes" jsonb NOT NULL,
	"name" text NOT NULL,
	"experiment_id" uuid NOT NULL,
	"arm" integer NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "subject_presets_subject_id_version_pk" PRIMARY KEY("subject_id","version")
);
--> statement-breakpoint
ALTER TABLE "subject_presets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "experiment_cells" ADD CONSTRAINT "experiment_cells_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_cells" ADD CONSTRAINT "experiment_cells_own_experiment" FOREIGN KEY ("subject_id","experiment_id") REFERENCES "public"."experiments"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_cells" ADD CONSTRAINT "experiment_cells_own_generation" FOREIGN KEY ("subject_id","generation_id") REFERENCES "public"."generations"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_votes" ADD CONSTRAINT "experiment_votes_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_votes" ADD CONSTRAINT "experiment_votes_own_experiment" FOREIGN KEY ("subject_id","experiment_id") REFERENCES "public"."experiments"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_own_training" FOREIGN KEY ("subject_id","training_id") REFERENCES "public"."trainings"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subject_presets" ADD CONSTRAINT "subject_presets_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subject_presets" ADD CONSTRAINT "subject_presets_own_experiment" FOREIGN KEY ("subject_id","experiment_id") REFERENCES "public"."experiments"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "experiments_idempotency" ON "experiments" USING btree ("subject_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "experiments_newest" ON "experiments" USING btree ("subject_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "experiment_cells_owner" ON "experiment_cells" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("experiment_cells"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("experiment_cells"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "experiment_cells_owner_finder" ON "experiment_cells" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "experiment_votes_owner" ON "experiment_votes" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("experiment_votes"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("experiment_votes"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "experiment_votes_owner_finder" ON "experiment_votes" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "experiments_owner" ON "experiments" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("experiments"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("experiments"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "experiments_owner_finder" ON "experiments" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "subject_presets_owner" ON "subject_presets" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("subject_presets"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("subject_presets"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "subject_presets_owner_finder" ON "subject_presets" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
ALTER TABLE "experiments" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "experiment_cells" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "experiment_votes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "subject_presets" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- A design is fixed once it stands, and so is what a version of a preset is.
GRANT SELECT, INSERT, UPDATE ("status", "stop_code", "ended_at", "budget_credits") ON "experiments" TO selfsame_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ("attempt", "generation_id") ON "experiment_cells" TO selfsame_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "experiment_votes" TO selfsame_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ("withdrawn_at") ON "subject_presets" TO selfsame_app;
