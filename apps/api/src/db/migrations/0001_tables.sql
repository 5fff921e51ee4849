CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "generations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"training_id" uuid NOT NULL,
	"service" text NOT NULL,
	"brief" text NOT NULL,
	"expression" text,
	"enhancement" text NOT NULL,
	"preset_id" text NOT NULL,
	"preset_version" integer NOT NULL,
	"prompt" text NOT NULL,
	"input" jsonb NOT NULL,
	"seed" bigint NOT NULL,
	"outputs" integer NOT NULL,
	"status" text NOT NULL,
	"idempotency_key" uuid,
	"sent_at" timestamp with time zone,
	"provider_id" text,
	"output_urls" jsonb,
	"step" integer,
	"total_steps" integer,
	"error_code" text,
	"error_detail" text,
	"simulated" boolean NOT NULL,
	"cancel_requested_at" timestamp with time zone,
	"deadline_at" timestamp with time zone NOT NULL,
	"next_check_at" timestamp with time zone NOT NULL,
	"check_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "generations_provider_id_unique" UNIQUE("provider_id"),
	CONSTRAINT "generations_owner" UNIQUE("subject_id","id"),
	CONSTRAINT "generations_outputs_range" CHECK ("generations"."outputs" between 1 and 4),
	CONSTRAINT "generations_seed_named" CHECK ("generations"."seed" > 0)
);
--> statement-breakpoint
ALTER TABLE "generations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "portraits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"generation_id" uuid NOT NULL,
	"output_index" integer NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"content_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"placeholder_hash" text NOT NULL,
	"recipe" jsonb NOT NULL,
	"kept" boolean DEFAULT false NOT NULL,
	"simulated" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portraits_once_per_output" UNIQUE("generation_id","output_index")
);
--> statement-breakpoint
ALTER TABLE "portraits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "portrait_models" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"account" text NOT NULL,
	"name" text NOT NULL,
	"active_training_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portrait_models_subject_id_unique" UNIQUE("subject_id"),
	CONSTRAINT "portrait_models_name_unique" UNIQUE("name"),
	CONSTRAINT "portrait_models_owner" UNIQUE("subject_id","id")
);
--> statement-breakpoint
ALTER TABLE "portrait_models" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trainings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"model_id" uuid NOT NULL,
	"training_set_id" uuid NOT NULL,
	"status" text NOT NULL,
	"trainer" text NOT NULL,
	"trainer_version" text NOT NULL,
	"input" jsonb,
	"zip_file_id" text,
	"zip_url" text,
	"sent_at" timestamp with time zone,
	"provider_id" text,
	"step" integer,
	"total_steps" integer,
	"version" text,
	"version_schema" jsonb,
	"error_code" text,
	"error_detail" text,
	"simulated" boolean NOT NULL,
	"cancel_requested_at" timestamp with time zone,
	"deadline_at" timestamp with time zone NOT NULL,
	"next_check_at" timestamp with time zone NOT NULL,
	"check_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "trainings_provider_id_unique" UNIQUE("provider_id"),
	CONSTRAINT "trainings_owner" UNIQUE("subject_id","id"),
	CONSTRAINT "trainings_version_shape" CHECK ("trainings"."version" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "trainings_ready_has_version" CHECK ("trainings"."status" <> 'ready' or "trainings"."version" is not null)
);
--> statement-breakpoint
ALTER TABLE "trainings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "selfies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"upload_sha256" text NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"placeholder_hash" text NOT NULL,
	"drawn" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "selfies_owner" UNIQUE("subject_id","id"),
	CONSTRAINT "selfies_once_per_upload" UNIQUE("subject_id","upload_sha256"),
	CONSTRAINT "selfies_once_per_picture" UNIQUE("subject_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "selfies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "training_set_entries" (
	"subject_id" uuid NOT NULL,
	"training_set_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"selfie_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "training_set_entries_training_set_id_position_pk" PRIMARY KEY("training_set_id","position"),
	CONSTRAINT "training_set_entries_once" UNIQUE("training_set_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "training_set_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "training_sets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"selfie_count" integer NOT NULL,
	"manifest_sha256" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "training_sets_owner" UNIQUE("subject_id","id")
);
--> statement-breakpoint
ALTER TABLE "training_sets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"text_version" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_once_per_version" UNIQUE("subject_id","text_version")
);
--> statement-breakpoint
ALTER TABLE "consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "retired_subject_numbers" (
	"keyed_hash" text PRIMARY KEY NOT NULL,
	"retired_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subject_events" (
	"subject_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"type" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "subject_events_position" UNIQUE("subject_id","position")
);
--> statement-breakpoint
ALTER TABLE "subject_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subjects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"subject_number" text NOT NULL,
	"trigger_word" text NOT NULL,
	"last_event_position" bigint DEFAULT 0 NOT NULL,
	"deletion_requested_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "subjects_user_id_unique" UNIQUE("user_id"),
	CONSTRAINT "subjects_subject_number_unique" UNIQUE("subject_number"),
	CONSTRAINT "subjects_trigger_word_unique" UNIQUE("trigger_word"),
	CONSTRAINT "subject_number_shape" CHECK ("subjects"."subject_number" ~ '^[0-9]{8,12}$'),
	CONSTRAINT "trigger_word_shape" CHECK ("subjects"."trigger_word" = 'user' || "subjects"."subject_number")
);
--> statement-breakpoint
ALTER TABLE "subjects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "generations" ADD CONSTRAINT "generations_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "generations" ADD CONSTRAINT "generations_own_training" FOREIGN KEY ("subject_id","training_id") REFERENCES "public"."trainings"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portraits" ADD CONSTRAINT "portraits_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portraits" ADD CONSTRAINT "portraits_own_generation" FOREIGN KEY ("subject_id","generation_id") REFERENCES "public"."generations"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portrait_models" ADD CONSTRAINT "portrait_models_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainings" ADD CONSTRAINT "trainings_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainings" ADD CONSTRAINT "trainings_own_model" FOREIGN KEY ("subject_id","model_id") REFERENCES "public"."portrait_models"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainings" ADD CONSTRAINT "trainings_own_training_set" FOREIGN KEY ("subject_id","training_set_id") REFERENCES "public"."training_sets"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selfies" ADD CONSTRAINT "selfies_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_set_entries" ADD CONSTRAINT "training_set_entries_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_set_entries" ADD CONSTRAINT "training_set_entries_own_set" FOREIGN KEY ("subject_id","training_set_id") REFERENCES "public"."training_sets"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_sets" ADD CONSTRAINT "training_sets_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subject_events" ADD CONSTRAINT "subject_events_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_user_id" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "generations_idempotency" ON "generations" USING btree ("subject_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "generations_newest" ON "generations" USING btree ("subject_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "generations_due" ON "generations" USING btree ("next_check_at") WHERE status in ('queued', 'submitted', 'running', 'storing');--> statement-breakpoint
CREATE INDEX "portraits_newest" ON "portraits" USING btree ("subject_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "portraits_kept" ON "portraits" USING btree ("subject_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE kept;--> statement-breakpoint
CREATE UNIQUE INDEX "trainings_one_at_a_time" ON "trainings" USING btree ("subject_id") WHERE status in ('draft', 'uploading', 'submitted', 'running');--> statement-breakpoint
CREATE INDEX "trainings_due" ON "trainings" USING btree ("next_check_at") WHERE status in ('draft', 'uploading', 'submitted', 'running');--> statement-breakpoint
CREATE INDEX "subject_events_created_at" ON "subject_events" USING btree ("created_at");--> statement-breakpoint
CREATE POLICY "generations_owner" ON "generations" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("generations"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("generations"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "generations_owner_finder" ON "generations" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "portraits_owner" ON "portraits" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("portraits"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("portraits"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "portraits_owner_finder" ON "portraits" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "portrait_models_owner" ON "portrait_models" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("portrait_models"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("portrait_models"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "portrait_models_owner_finder" ON "portrait_models" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "trainings_owner" ON "trainings" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("trainings"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("trainings"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "trainings_owner_finder" ON "trainings" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "selfies_owner" ON "selfies" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("selfies"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("selfies"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "selfies_owner_finder" ON "selfies" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "training_set_entries_owner" ON "training_set_entries" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("training_set_entries"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("training_set_entries"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "training_set_entries_owner_finder" ON "training_set_entries" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "training_sets_owner" ON "training_sets" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("training_sets"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("training_sets"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "training_sets_owner_finder" ON "training_sets" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "consents_owner" ON "consents" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("consents"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("consents"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "consents_owner_finder" ON "consents" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "subject_events_owner" ON "subject_events" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("subject_events"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("subject_events"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "subject_events_owner_finder" ON "subject_events" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "subjects_owner" ON "subjects" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("subjects"."id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("subjects"."id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "subjects_owner_finder" ON "subjects" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);