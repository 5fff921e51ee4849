import { deleteSubject } from "../account/delete-subject.ts";
import { deletePortraitPictures } from "../gallery/delete-portrait-pictures.ts";
import { storePortraits } from "../generations/store-portraits.ts";
import { submitGeneration } from "../generations/submit-generation.ts";
import { measureSelfie } from "../measuring/measure-selfie.ts";
import { scorePortrait } from "../measuring/score-portrait.ts";
import { advanceExperiments } from "../lab/advance-experiments.ts";
import { deleteTrainingZip } from "../models/delete-training-zip.ts";
import { submitTraining } from "../models/submit-training.ts";
import { tellOfTraining } from "../notices/tell-of-training.ts";
import { deleteRemovedPictures } from "../selfies/delete-removed-pictures.ts";
import type { Studio } from "../studio/studio.ts";
import type { JobHandlers } from "./catalogue.ts";

/** What is done for each kind of job. */
export const jobHandlers = (studio: Studio): JobHandlers => ({
  "submit-training": ({ subjectId, trainingId }) => submitTraining(studio, subjectId, trainingId),
  "submit-generation": ({ subjectId, generationId }) => submitGeneration(studio, subjectId, generationId),
  "store-portraits": ({ subjectId, generationId }) => storePortraits(studio, subjectId, generationId),
  "measure-selfie": ({ subjectId, selfieId }) => measureSelfie(studio, subjectId, selfieId),
  "score-portrait": ({ subjectId, portraitId }) => scorePortrait(studio, subjectId, portraitId),
  "advance-experiments": ({ subjectId }) => advanceExperiments(studio, subjectId),
  "delete-selfie-pictures": ({ subjectId, sha256 }) => deleteRemovedPictures(studio, subjectId, sha256),
  "delete-portrait-pictures": ({ subjectId, pictures }) =>
    deletePortraitPictures(studio, subjectId, pictures),
  "delete-training-zip": ({ subjectId, trainingId }) => deleteTrainingZip(studio, subjectId, trainingId),
  "tell-of-training": ({ subjectId, trainingId }) => tellOfTraining(studio, subjectId, trainingId),
  "delete-subject": ({ subjectId }) => deleteSubject(studio, subjectId),
});
