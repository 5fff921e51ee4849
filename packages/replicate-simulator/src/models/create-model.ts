import type { Account } from "../accounts/account.ts";
import { invalidInput, problem } from "../problems/problems.ts";
import { type JsonBody, textOf } from "../validation/json-body.ts";
import type { Simulation } from "../simulation.ts";
import { isHardware } from "./hardware.ts";
import type { ModelRecord } from "./model-record.ts";

/** The most models an account can have. */
const modelLimit = 1000;

/** Creates an empty model for the token's owner. */
export async function createModel(
  simulation: Simulation,
  account: Account,
  body: JsonBody,
): Promise<ModelRecord> {
  const { clock, stores } = simulation;
  const owner = textOf(body, "owner") ?? "";
  const name = textOf(body, "name") ?? "";
  const hardware = textOf(body, "hardware") ?? "";
  if (owner !== account.username) {
    throw problem(403, "Forbidden", "You do not have permission to create a model for this owner");
  }
  if (!/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/.test(name)) throw invalid("name", "Does not match pattern");
  if (!isHardware(hardware)) throw invalid("hardware", "hardware is not a known SKU");
  const id = `${owner}/${name}`;
  if (stores.models.get(id) !== undefined)
    throw invalid("name", "A model with that name and owner already exists");
  if (stores.models.all().filter((model) => model.owner === owner).length >= modelLimit) {
    throw problem(403, "Forbidden", "You have reached the limit of 1,000 models");
  }
  const model: ModelRecord = {
    id,
    sequence: simulation.nextSequence(),
    owner,
    name,
    hardware,
    description: textOf(body, "description"),
    visibility: body["visibility"] === "public" ? "public" : "private",
    isOfficial: false,
    githubUrl: textOf(body, "github_url"),
    paperUrl: textOf(body, "paper_url"),
    weightsUrl: null,
    licenseUrl: textOf(body, "license_url"),
    coverImageUrl: textOf(body, "cover_image_url"),
    readme: null,
    createdAt: clock.now(),
    runCount: 0,
  };
  await stores.models.put(model);
  return model;
}

function invalid(field: string, description: string) {
  return invalidInput([{ type: "invalid", field, description }]);
}
