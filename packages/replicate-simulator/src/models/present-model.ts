import type { Simulation } from "../simulation.ts";
import { latestVersionOf } from "./latest-version-of.ts";
import type { ModelRecord } from "./model-record.ts";
import { schemaOfFamily } from "./schemas/schema-of-family.ts";
import type { VersionRecord } from "./version-record.ts";

/** A model as the API shows it. */
export function presentModel(simulation: Simulation, model: ModelRecord) {
  const latest = latestVersionOf(simulation, model.id);
  return {
    url: `https://replicate.com/${model.id}`,
    owner: model.owner,
    name: model.name,
    description: model.description,
    visibility: model.visibility,
    is_official: model.isOfficial,
    github_url: model.githubUrl,
    paper_url: model.paperUrl,
    license_url: model.licenseUrl,
    run_count: model.runCount,
    cover_image_url: model.coverImageUrl,
    default_example: null,
    latest_version: latest === undefined ? null : presentVersion(latest),
  };
}

/** A version as the API shows it, with its whole schema. */
export function presentVersion(version: VersionRecord) {
  return {
    id: version.id,
    created_at: new Date(version.createdAt).toISOString(),
    cog_version: "0.9.20",
    openapi_schema: schemaOfFamily(version.family),
  };
}
