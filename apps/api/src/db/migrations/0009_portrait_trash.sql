ALTER TABLE "generations" ADD COLUMN "removed_portraits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "portraits" ADD COLUMN "trashed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "portraits_trashed" ON "portraits" USING btree ("subject_id","trashed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE trashed_at is not null;--> statement-breakpoint
CREATE INDEX "portraits_trash_due" ON "portraits" USING btree ("trashed_at") WHERE trashed_at is not null;--> statement-breakpoint
ALTER TABLE "generations" ADD CONSTRAINT "generations_removed_range" CHECK ("generations"."removed_portraits" >= 0 and "generations"."removed_portraits" <= "generations"."outputs");
--> statement-breakpoint
GRANT SELECT (subject_id, trashed_at) ON "portraits" TO selfsame_owner_finder;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO selfsame_owner_finder;--> statement-breakpoint
CREATE FUNCTION subjects_with_trash(trashed_by timestamptz, at_most integer) RETURNS TABLE (subject_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT DISTINCT p.subject_id FROM portraits p WHERE p.trashed_at <= trashed_by LIMIT at_most
  $$;--> statement-breakpoint
ALTER FUNCTION subjects_with_trash(timestamptz, integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM selfsame_owner_finder;--> statement-breakpoint
REVOKE ALL ON FUNCTION subjects_with_trash(timestamptz, integer) FROM PUBLIC, selfsame_app;
