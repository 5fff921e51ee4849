-- Roles belong to the whole cluster: another database of it may have made them already, or be making them now. Who may
-- not make roles finds them made, and granted, by whoever set the cluster up.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'selfsame_app') THEN
    CREATE ROLE selfsame_app NOLOGIN NOBYPASSRLS NOSUPERUSER;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;--> statement-breakpoint
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'selfsame_owner_finder') THEN
    CREATE ROLE selfsame_owner_finder NOLOGIN NOBYPASSRLS NOSUPERUSER;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;--> statement-breakpoint
DO $$ BEGIN
  IF NOT (pg_has_role('selfsame_app', 'USAGE') AND pg_has_role('selfsame_owner_finder', 'USAGE')) THEN
    EXECUTE format('GRANT selfsame_app, selfsame_owner_finder TO %I', current_user);
  END IF;
EXCEPTION WHEN unique_violation OR object_in_use OR internal_error THEN NULL;
END $$;
