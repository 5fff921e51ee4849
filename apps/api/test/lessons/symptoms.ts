/** A test, by its file from the repository's root and its title as it is written there. */
export type Proof = readonly [file: string, title: string];

const api = "apps/api/src";
const lessons = "apps/api/test/lessons";
const schedules = "apps/api/test/schedules";
const core = "packages/flux-core";

const face = `${lessons}/whose-face.test.ts`;
const kept = `${lessons}/kept-pictures.test.ts`;
const answers = `${lessons}/plain-answers.test.ts`;
const isolation = `${api}/db/isolation.test.ts`;
const faults = `${api}/generations/generation-faults.test.ts`;
const create = `${api}/generations/create-generation.test.ts`;
const zip = `${api}/images/zip-training-set.test.ts`;
const client = `${api}/replicate/resilient-fetch.test.ts`;
const guard = `${core}/src/isolation/guard-generation.test.ts`;
const ledger = `${api}/credits/ledger.test.ts`;
const maya = `${api}/maya/maya.test.ts`;
const model = `${api}/maya/endpoint/endpoint-engine.test.ts`;

/**
 * What was seen to go wrong in studios of this kind, and the tests that would fail if it went wrong here.
 */
export const symptoms: Readonly<Record<string, readonly Proof[]>> = {
  "a person's model was trained on somebody else's photos": [
    [
      face,
      "a model came out with another person's face: each training's zip holds its own person's photos and no other",
    ],
    [zip, "names an entry that belongs to another set"],
    [isolation, "a training on another's photos"],
  ],
  "the owner's own model or trigger was the default for everybody": [
    [face, "a fixed person's number or model stood in the code as the default: there is none anywhere"],
    [`${api}/trpc/errors.test.ts`, "without a session there is nobody to answer for"],
  ],
  "the guard compared parts of names and asked no database": [
    [guard, "never lets a model of another owner through, whatever the strings"],
    [guard, "never lets anything through when one thing about the model is another's"],
    [
      faults,
      "whose row was altered to name somebody else is refused by the guard immediately before sending",
    ],
  ],
  "without a model of one's own the base model was run": [
    [face, "without a ready model the base model or somebody else's was run instead: nothing at all is sent"],
    [create, "is refused before a model of one's own is there, and while it is being trained"],
  ],
  "several ways to the provider lived side by side": [
    ["tooling/lint/src/arrows.test.ts", "%s sees %s break it"],
    ["tooling/lint/src/arrows.test.ts", "have a planted violation for every rule"],
  ],
  "a parameter was called by a name that the model does not read, and nobody noticed": [
    [
      `${core}/src/replicate-input/to-replicate-input.test.ts`,
      "refuses a version with neither guidance_scale nor guidance",
    ],
    [create, "sends what flux-core builds for the caller's own trigger word, on the default preset"],
    [`${api}/replicate/check-trainer.test.ts`, "says in one line when %s"],
  ],
  "each way to a picture had numbers of its own": [
    [`${core}/src/presets/presets.test.ts`, "natural-expression is where every service starts"],
    [`${core}/src/presets/presets.test.ts`, "nothing of them can be changed"],
    [create, "ends with its portraits stored here, whole, under a sealed recipe"],
  ],
  "pictures vanished an hour after they were made": [
    [
      kept,
      "pictures vanished from the gallery after an hour: they are the studio's own, long after the provider has forgotten them",
    ],
    [create, "tells nobody where the provider keeps anything"],
  ],
  "when storage failed, the provider's address was saved in its place": [
    [
      kept,
      "a full disk made the provider's address pass for a saved picture: nothing is shown until it is really here",
    ],
    [
      `${schedules}/known-traps.test.ts`,
      "pictures that were finished shortly before the deadline are still copied when storage is back",
    ],
    [
      `${api}/images/image-key.property.test.ts`,
      "two different contents, subjects or sizes never share a key",
    ],
  ],
  "a generation stayed in processing for ever": [
    [faults, "does not stay open for ever: past its deadline it is given up and cancelled at the provider"],
    [
      "apps/api/test/torture/torture.test.ts",
      "nothing is lost, paid twice or left open when processes are killed, PostgreSQL crashes, disks fill up and the provider fails",
    ],
  ],
  "nothing told the studio of an end, or anybody could": [
    [faults, "believes no webhook that is wrongly signed"],
    [faults, "is found by looking, when every webhook is lost"],
    [`${api}/standard-webhooks/verify-webhook.test.ts`, "refuses every body but the signed one"],
  ],
  "the page decided that a generation had failed, and made progress up": [
    [
      answers,
      "a page gave up and marked as failed what succeeded a moment later: no procedure lets a page end anything but by cancelling",
    ],
    [
      answers,
      "progress was made up from the time that had passed: an hour in a queue shows no step that nobody has reported",
    ],
  ],
  "the provider had a prediction that no row knew": [
    [faults, "is adopted and not sent again, when the connection broke after it was accepted"],
    [
      `${schedules}/schedules-with-webhooks.test.ts`,
      "nothing is paid twice or lost and everything ends, whatever goes wrong, with webhooks",
    ],
  ],
  "a picture was in the gallery twice": [
    [
      kept,
      "a picture was in the gallery twice, because a monitor, a retry and the page had each saved it: it is there once",
    ],
  ],
  "a page could have any address fetched, or a picture put into anybody's gallery": [
    [
      face,
      "the page named the model, the trigger or an owner in its request and was believed: such a request is refused by field",
    ],
    [`${api}/replicate/download-output.test.ts`, "asks nobody else: %s"],
  ],
  "knowing an id was enough to read somebody else's things": [
    [create, "of somebody else answers exactly as one that does not exist"],
    [isolation, "row-level security is on and forced for every table that has an owner"],
    ["apps/api/test/reflection/procedures.test.ts", "has no case for a procedure that is not there"],
  ],
  "photos lay at an address that could be guessed, and did not fit through the request": [
    [`${api}/gallery/images.test.ts`, "of somebody else answer exactly as what does not exist (%s)"],
    [`${api}/http/http.test.ts`, "is refused for a photo by its announced size, with the photo's own words"],
  ],
  "storage that could not be written was noticed by the first training": [
    [`${api}/images/open-image-store.test.ts`, "is refused when a person has to mend it"],
    [
      `${api}/images/file-image-store.test.ts`,
      "says that storage is unavailable, why, and leaves nothing half done when a picture cannot be put",
    ],
    [
      `${api}/selfies/selfies.test.ts`,
      "a storage that fails half-way is told as such, and leaves neither a row nor a file",
    ],
  ],
  "a zip with none or some of the photos was trained on": [
    [
      kept,
      "a zip with some of the photos missing was trained on: it fails at once, by name, and nothing is sent",
    ],
    [zip, "counts entries that are missing or too many"],
  ],
  "a training had no destination, or a trainer's version that was gone": [
    [
      `${api}/replicate/check-trainer.test.ts`,
      "tells a version that is gone from a provider that does not answer",
    ],
    [
      `${api}/replicate/replicate-provider.test.ts`,
      "tells a missing destination from other things that are not found",
    ],
  ],
  "ids and versions stood in each other's columns": [
    [
      face,
      "a version was stored as name and hash in one, or a training's id in its place: the database takes a hash alone",
    ],
  ],
  "a second training lost the trigger, the name or the version that worked": [
    [
      face,
      "a second training changed the trigger, the model's name or lost the version that worked: all three stay",
    ],
    [
      `${api}/models/training.test.ts`,
      "keeps the last good version until the next is ready; an older one can be chosen again",
    ],
  ],
  "the trigger was worked out anew in several places": [
    [`${api}/account/subject-number.test.ts`, "has 8 to 12 digits, and the trigger word is made of it"],
    [
      face,
      "a version was stored as name and hash in one, or a training's id in its place: the database takes a hash alone",
    ],
  ],
  "a look that failed counted as a failure": [
    [
      answers,
      "a look that failed counted as a failed generation: not knowing changes nothing, and the next look finds the end",
    ],
    [`${api}/models/training.test.ts`, "is found by looking, when every webhook is lost"],
  ],
  "an error page was read as an answer, and a paid request was repeated": [
    [client, "is not repeated when a 429 is followed by a lost answer"],
    [client, "is sent once when the connection is dropped before the request was read"],
  ],
  "two requests at once spent the same credit, and failures were charged": [
    [
      `${api}/credits/last-credit.test.ts`,
      "of a hundred generations that are asked for at once with the last credit, one is made",
    ],
    [ledger, "lets no generation end that still holds credits"],
    [ledger, "gives the same grant once, also to two subjects"],
  ],
  "of several pictures only the first was remembered": [
    [
      kept,
      "of several pictures asked for only the first was ever seen again: four of one request all arrive, in their order",
    ],
    [
      `${schedules}/one-output-missing.test.ts`,
      "one picture that never comes takes the others away from nobody",
    ],
  ],
  "parameters were drawn at random and called adaptive": [
    [
      answers,
      "the same wish gave other parameters each time, with hair and skin drawn at random: nothing is sent that was not asked for",
    ],
    [`${core}/src/prompt/string-bugs.test.ts`, "the same brief gives the same text, whatever came before"],
  ],
  "the safety check was switched off, and black pictures were saved": [
    [
      answers,
      "black pictures were saved where the safety check had dropped some: those are told as withheld, and none is kept",
    ],
    [
      `${api}/images/accept-portrait.test.ts`,
      "in %s is refused when it is black all over or clear all through",
    ],
  ],
  "a person could neither have everything nor have it deleted": [
    [
      `${api}/export/export-everything.test.ts`,
      "holds every picture, row and recipe of the person, readable without the studio",
    ],
    [
      isolation,
      "every table and column is exported to its person, or says in export-catalogue.store.ts why not",
    ],
    [
      `${api}/account/consent.test.ts`,
      "withdrawn, everything goes: sessions, pictures, rows, the sign-in, and the model at the provider",
    ],
  ],
  "another way of signing in led to another, empty account": [
    [`${api}/auth/sign-in.test.ts`, "signing in again leads to the same account"],
    [`${api}/auth/identity-providers.test.ts`, "leads the same person to the same account, where they were"],
    [`${api}/auth/sign-in.test.ts`, "an e-mail address has one account, however it is written"],
  ],
  "what was written about the numbers was no longer true": [
    [`${core}/test/documented-examples.test.ts`, "is right about “$name”"],
    [`${core}/test/public-api.test.ts`, "the public names and their types are the ones on record"],
  ],
  "a generation was not found right after it was asked for": [
    [
      answers,
      "a generation was not found, or its page signed out, right after it was asked for: every process knows it at once",
    ],
  ],
  "procedures answered that all was well and did nothing": [
    ["apps/api/test/reflection/procedures.test.ts", "has no case for a procedure that is not there"],
    [
      "apps/api/test/whole-way.test.ts",
      "leads from sign-up to kept portraits, and outlives a restart of the studio",
    ],
  ],
  "pictures were attached to another message of a chat than the one that asked for them": [
    [maya, "making a card twice with one press is one generation, bound to it, at the cost that was shown"],
    [maya, "a card without a model of one's own makes nothing and leaves no bond"],
  ],
  "a word in a chat started a generation, and an excuse counted as an answer": [
    [maya, "makes nothing of a card that costs something else by now, or under another card's key"],
    [maya, "an engine that breaks leaves a turn that says so"],
    [model, "is asked for once more, with what was wrong, and its words are not said twice"],
  ],
};
