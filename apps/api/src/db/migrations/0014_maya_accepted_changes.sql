CREATE TABLE "accepted_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"preset_id" text NOT NULL,
	"parameter" text NOT NULL,
	"before" double precision NOT NULL,
	"after" double precision NOT NULL,
	"reason" jsonb NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "accepted_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accepted_changes" ADD CONSTRAINT "accepted_changes_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accepted_changes_standing" ON "accepted_changes" USING btree ("subject_id","preset_id","parameter") WHERE ended_at is null;--> statement-breakpoint
CREATE POLICY "accepted_changes_owner" ON "accepted_changes" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("accepted_changes"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("accepted_changes"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "accepted_changes_owner_finder" ON "accepted_changes" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
ALTER TABLE "accepted_changes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "accepted_changes" TO selfsame_app;
