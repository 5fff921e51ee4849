import { accountRouter } from "../account/account.router.ts";
import { creditsRouter } from "../credits/credits.router.ts";
import { enhancedRouter } from "../enhanced/enhanced.router.ts";
import { eventsRouter } from "../events/events.router.ts";
import { galleryRouter } from "../gallery/gallery.router.ts";
import { generationsRouter } from "../generations/generations.router.ts";
import { isolationRouter } from "../isolation/isolation.router.ts";
import { labRouter } from "../lab/lab.router.ts";
import { mayaRouter } from "../maya/maya.router.ts";
import { measuringRouter } from "../measuring/measuring.router.ts";
import { modelsRouter } from "../models/models.router.ts";
import { noticesRouter } from "../notices/notices.router.ts";
import { photoshootRouter } from "../photoshoot/photoshoot.router.ts";
import { presetsRouter } from "../presets/presets.router.ts";
import { selfiesRouter } from "../selfies/selfies.router.ts";
import { studioRouter } from "../studio/studio.router.ts";
import { tokensRouter } from "../tokens/tokens.router.ts";
import { router } from "./procedures.ts";

/** Everything the studio can be asked. */
export const appRouter = router({
  account: accountRouter,
  credits: creditsRouter,
  enhanced: enhancedRouter,
  events: eventsRouter,
  gallery: galleryRouter,
  generations: generationsRouter,
  isolation: isolationRouter,
  lab: labRouter,
  maya: mayaRouter,
  measuring: measuringRouter,
  models: modelsRouter,
  notices: noticesRouter,
  photoshoot: photoshootRouter,
  presets: presetsRouter,
  selfies: selfiesRouter,
  studio: studioRouter,
  tokens: tokensRouter,
});

/** The router's type: all that a client needs of this app. */
export type AppRouter = typeof appRouter;
