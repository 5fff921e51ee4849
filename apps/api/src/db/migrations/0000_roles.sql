-- Roles belong to the whole cluster: another database of it may have made them already, or be making them now.
DO $$ BEGIN
  CREATE ROLE selfsame_app NOLOGIN NOBYPASSRLS NOSUPERUSER;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;--> statement-breakpoint
DO $$ BEGIN
  CREATE ROLE selfsame_owner_finder NOLOGIN NOBYPASSRLS NOSUPERUSER;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;--> statement-breakpoint
DO $$ BEGIN
  EXECUTE format('GRANT selfsame_app, selfsame_owner_finder TO %I', current_user);
EXCEPTION WHEN unique_violation OR object_in_use OR internal_error THEN NULL;
END $$;
