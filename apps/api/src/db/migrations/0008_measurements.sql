ALTER TABLE "portraits" ADD CONSTRAINT "portraits_owner" UNIQUE("subject_id","id");--> statement-breakpoint
CREATE TABLE "portrait_scores" (
	"portrait_id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"reason" text,
	"likeness" double precision,
	"likeness_raw" double precision,
	"likeness_band" text,
	"smile" double precision,
	"eyes" double precision,
	"fake_smile_risk" double precision,
	"naturalness" double precision,
	"naturalness_reasons" jsonb,
	"texture_ratio" double precision,
	"texture_band" text,
	"sharpness" double precision,
	"own_photos" jsonb,
	"reference_count" integer NOT NULL,
	"model_version" text,
	"calibration" text,
	"measured_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portrait_scores_number_or_reason" CHECK (("portrait_scores"."reason" is null) = ("portrait_scores"."likeness" is not null)
        and ("portrait_scores"."likeness" is null) = ("portrait_scores"."naturalness" is null)
        and ("portrait_scores"."likeness" is null or ("portrait_scores"."model_version" is not null and "portrait_scores"."calibration" is not null))),
	CONSTRAINT "portrait_scores_shares" CHECK ("portrait_scores"."likeness" between 0 and 1 and "portrait_scores"."naturalness" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "portrait_scores" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "selfie_measurements" (
	"selfie_id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"issues" jsonb NOT NULL,
	"picture_hash" text,
	"sealed_face" text,
	"model_version" text,
	"measured_at" timestamp with time zone NOT NULL,
	CONSTRAINT "selfie_measurements_verdict" CHECK ("selfie_measurements"."verdict" in ('accept', 'warn', 'reject', 'not-judged')
        and ("selfie_measurements"."verdict" = 'not-judged') = ("selfie_measurements"."model_version" is null))
);
--> statement-breakpoint
ALTER TABLE "selfie_measurements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "portrait_scores" ADD CONSTRAINT "portrait_scores_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portrait_scores" ADD CONSTRAINT "portrait_scores_own_portrait" FOREIGN KEY ("subject_id","portrait_id") REFERENCES "public"."portraits"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selfie_measurements" ADD CONSTRAINT "selfie_measurements_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selfie_measurements" ADD CONSTRAINT "selfie_measurements_own_selfie" FOREIGN KEY ("subject_id","selfie_id") REFERENCES "public"."selfies"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "portrait_scores_by_likeness" ON "portrait_scores" USING btree ("subject_id","model_version","calibration","likeness","portrait_id") WHERE likeness is not null;--> statement-breakpoint
CREATE INDEX "portrait_scores_by_naturalness" ON "portrait_scores" USING btree ("subject_id","model_version","calibration","naturalness","portrait_id") WHERE naturalness is not null;--> statement-breakpoint
CREATE POLICY "portrait_scores_owner" ON "portrait_scores" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("portrait_scores"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("portrait_scores"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "portrait_scores_owner_finder" ON "portrait_scores" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "selfie_measurements_owner" ON "selfie_measurements" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("selfie_measurements"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("selfie_measurements"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "selfie_measurements_owner_finder" ON "selfie_measurements" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
ALTER TABLE "selfie_measurements" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "portrait_scores" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "selfie_measurements", "portrait_scores" TO selfsame_app;--> statement-breakpoint
-- What finds stale figures sees which networks made them, and neither a face nor a figure.
GRANT SELECT ("id", "subject_id") ON "selfies" TO selfsame_owner_finder;--> statement-breakpoint
GRANT SELECT ("selfie_id", "model_version") ON "selfie_measurements" TO selfsame_owner_finder;--> statement-breakpoint
GRANT SELECT ("portrait_id", "model_version", "calibration") ON "portrait_scores" TO selfsame_owner_finder;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO selfsame_owner_finder;--> statement-breakpoint
CREATE FUNCTION selfies_to_measure(current_model_version text, after uuid, at_most integer)
  RETURNS TABLE (id uuid, subject_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT s.id, s.subject_id FROM selfies s LEFT JOIN selfie_measurements m ON m.selfie_id = s.id
      WHERE s.id > after AND m.model_version IS DISTINCT FROM current_model_version
      ORDER BY s.id LIMIT at_most
  $$;--> statement-breakpoint
CREATE FUNCTION portraits_to_score(
  current_model_version text, current_calibrations text[], after uuid, at_most integer)
  RETURNS TABLE (id uuid, subject_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT p.id, p.subject_id FROM portraits p LEFT JOIN portrait_scores c ON c.portrait_id = p.id
      WHERE p.id > after AND (c.model_version IS DISTINCT FROM current_model_version
        OR NOT (c.calibration IS NULL OR c.calibration = ANY (current_calibrations)))
      ORDER BY p.id LIMIT at_most
  $$;--> statement-breakpoint
ALTER FUNCTION selfies_to_measure(text, uuid, integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION portraits_to_score(text, text[], uuid, integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM selfsame_owner_finder;--> statement-breakpoint
REVOKE ALL ON FUNCTION selfies_to_measure(text, uuid, integer), portraits_to_score(text, text[], uuid, integer)
  FROM PUBLIC, selfsame_app;
