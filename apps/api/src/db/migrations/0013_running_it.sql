CREATE TABLE "operator_acts" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "operator_acts_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"act" text NOT NULL,
	"concerned_subject_id" uuid,
	"reason" text,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deletion_receipts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subject_settings" (
	"subject_id" uuid PRIMARY KEY NOT NULL,
	"mail_when_trained" boolean NOT NULL,
	"selfies_kept_days" integer,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "subject_settings_selfies_kept_days" CHECK ("subject_settings"."selfies_kept_days" between 1 and 3650)
);
--> statement-breakpoint
ALTER TABLE "subject_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "generations" ADD COLUMN "finished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "trainings" ADD COLUMN "zip_deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "subjects" ADD COLUMN "deletion_receipt_id" uuid;--> statement-breakpoint
ALTER TABLE "subjects" ADD COLUMN "sealed_receipt_key" text;--> statement-breakpoint
ALTER TABLE "subjects" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "subjects" ADD COLUMN "suspension_reason" text;--> statement-breakpoint
ALTER TABLE "subject_settings" ADD CONSTRAINT "subject_settings_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_suspension" CHECK (("subjects"."suspended_at" is null) = ("subjects"."suspension_reason" is null));--> statement-breakpoint
CREATE POLICY "subject_settings_owner" ON "subject_settings" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("subject_settings"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("subject_settings"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "subject_settings_owner_finder" ON "subject_settings" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
ALTER TABLE "subject_settings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "subject_settings" TO selfsame_app;--> statement-breakpoint
CREATE TRIGGER operator_acts_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON operator_acts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();--> statement-breakpoint
GRANT SELECT (id, subject_id) ON selfies TO selfsame_owner_finder;--> statement-breakpoint
GRANT SELECT (subject_id, training_set_id, selfie_id) ON training_set_entries TO selfsame_owner_finder;--> statement-breakpoint
GRANT SELECT (subject_id, selfies_kept_days) ON subject_settings TO selfsame_owner_finder;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO selfsame_owner_finder;--> statement-breakpoint
-- Selfies whose time is over by their subject's own setting: counted from the last model that was trained on them.
CREATE FUNCTION selfies_to_forget(moment timestamptz, at_most integer)
  RETURNS TABLE (subject_id uuid, selfie_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT s.subject_id, s.id
      FROM subject_settings w
      JOIN selfies s ON s.subject_id = w.subject_id
      JOIN training_set_entries e ON e.subject_id = s.subject_id AND e.selfie_id = s.id
      JOIN trainings t ON t.subject_id = e.subject_id AND t.training_set_id = e.training_set_id AND t.status = 'ready'
      WHERE w.selfies_kept_days IS NOT NULL
      GROUP BY s.subject_id, s.id, w.selfies_kept_days
      HAVING max(t.ended_at) <= moment - make_interval(days => w.selfies_kept_days)
      LIMIT at_most
  $$;--> statement-breakpoint
-- Trainings that have ended while their zip may still lie at the provider.
CREATE FUNCTION trainings_with_zip(ended_before timestamptz, at_most integer)
  RETURNS TABLE (subject_id uuid, training_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT t.subject_id, t.id FROM trainings t
      WHERE t.ended_at < ended_before AND t.zip_file_id IS NOT NULL AND t.zip_deleted_at IS NULL LIMIT at_most
  $$;--> statement-breakpoint
-- Open work that should have gone on by now: past its deadline, or not looked at when it was due.
CREATE FUNCTION stuck_work(moment timestamptz, at_most integer)
  RETURNS TABLE (kind text, id uuid, status text, created_at timestamptz, deadline_at timestamptz, next_check_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT o.kind, o.id, o.status, o.created_at, o.deadline_at, o.next_check_at FROM (
      SELECT 'training' AS kind, t.id, t.status, t.created_at, t.deadline_at, t.next_check_at FROM trainings t
        WHERE t.status IN ('draft', 'uploading', 'submitted', 'running')
      UNION ALL
      SELECT 'generation', g.id, g.status, g.created_at, g.deadline_at, g.next_check_at FROM generations g
        WHERE g.status IN ('queued', 'submitted', 'running', 'storing')
    ) o WHERE o.deadline_at < moment OR o.next_check_at < moment - interval '5 minutes'
      ORDER BY o.created_at LIMIT at_most
  $$;--> statement-breakpoint
CREATE FUNCTION studio_gauges() RETURNS TABLE (name text, label text, value bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT 'credits_held', '', coalesce(sum(e.held), 0)::bigint FROM credit_entries e
    UNION ALL SELECT 'open_generations', g.status, count(*) FROM generations g
      WHERE g.status IN ('queued', 'submitted', 'running', 'storing') GROUP BY g.status
    UNION ALL SELECT 'open_trainings', t.status, count(*) FROM trainings t
      WHERE t.status IN ('draft', 'uploading', 'submitted', 'running') GROUP BY t.status
  $$;--> statement-breakpoint
ALTER FUNCTION selfies_to_forget(timestamptz, integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION trainings_with_zip(timestamptz, integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION stuck_work(timestamptz, integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION studio_gauges() OWNER TO selfsame_owner_finder;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM selfsame_owner_finder;--> statement-breakpoint
REVOKE ALL ON FUNCTION selfies_to_forget(timestamptz, integer), trainings_with_zip(timestamptz, integer),
  stuck_work(timestamptz, integer), studio_gauges() FROM PUBLIC, selfsame_app;
