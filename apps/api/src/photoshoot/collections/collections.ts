import { z } from "zod";
import { aroundTheTable } from "./around-the-table.ts";
import { betweenPlaces } from "./between-places.ts";
import { cityAfterRain } from "./city-after-rain.ts";
import { type Collection, collection } from "./collection-schema.ts";
import { lastLight } from "./last-light.ts";
import { nightWalk } from "./night-walk.ts";
import { openCountry } from "./open-country.ts";
import { plainWalls } from "./plain-walls.ts";
import { quietHalls } from "./quiet-halls.ts";
import { slowMorning } from "./slow-morning.ts";
import { snowDays } from "./snow-days.ts";
import { theCoastInWinter } from "./the-coast-in-winter.ts";
import { theMakersBench } from "./the-makers-bench.ts";
import { workingDay } from "./working-day.ts";

/** The studio's own photoshoots, in the order in which they are offered. */
export const collections: readonly Collection[] = z
  .array(collection)
  .parse([
    plainWalls,
    workingDay,
    slowMorning,
    cityAfterRain,
    lastLight,
    theMakersBench,
    theCoastInWinter,
    quietHalls,
    nightWalk,
    openCountry,
    aroundTheTable,
    betweenPlaces,
    snowDays,
  ]);
