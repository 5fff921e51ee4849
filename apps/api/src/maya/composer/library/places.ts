interface Place {
  readonly reach: "inside" | "outside";
  /** What FLUX is told. */
  readonly phrase: string;
  /** What one does there, as it follows the framing. */
  readonly moments: readonly [string, string];
}

/** The places Maya knows. */
export const places = {
  cafe: {
    reach: "inside",
    phrase: "a corner café with small marble tables",
    moments: ["stirring a cup and looking out", "leaning back with a newspaper"],
  },
  restaurant: {
    reach: "inside",
    phrase: "a long table in a quiet restaurant",
    moments: ["turning towards somebody across the table", "reading the menu"],
  },
  bar: {
    reach: "inside",
    phrase: "a small wine bar with bottles up to the ceiling",
    moments: ["leaning on the counter", "turning round on a bar stool"],
  },
  kitchen: {
    reach: "inside",
    phrase: "a lived-in kitchen with open shelves",
    moments: ["cutting bread at the table", "waiting for the kettle"],
  },
  "living-room": {
    reach: "inside",
    phrase: "a living room with books and a worn armchair",
    moments: ["sitting sideways in the armchair", "resting a book on the armrest"],
  },
  bedroom: {
    reach: "inside",
    phrase: "a plain bedroom with linen curtains",
    moments: ["sitting on the edge of the bed", "drawing back a curtain"],
  },
  "window-seat": {
    reach: "inside",
    phrase: "a window seat above the street",
    moments: ["sitting in the window and looking down", "leaning on the window frame"],
  },
  library: {
    reach: "inside",
    phrase: "a reading room with long oak tables",
    moments: ["following a line in a book", "looking up from a page"],
  },
  bookshop: {
    reach: "inside",
    phrase: "a narrow bookshop with full shelves",
    moments: ["pulling a book from a shelf", "reading while standing"],
  },
  museum: {
    reach: "inside",
    phrase: "a museum gallery with dark red walls",
    moments: ["turning away from a painting", "crossing the empty gallery"],
  },
  office: {
    reach: "inside",
    phrase: "a small office with shelves and a wooden desk",
    moments: ["sitting back from the desk", "standing beside the desk with a notebook"],
  },
  workshop: {
    reach: "inside",
    phrase: "a workshop with tools along the wall",
    moments: ["resting on the workbench", "looking over a half finished piece"],
  },
  theatre: {
    reach: "inside",
    phrase: "an empty theatre with red seats",
    moments: ["sitting in the front row", "stepping out on to the stage"],
  },
  hotel: {
    reach: "inside",
    phrase: "a quiet hotel lobby with brass lamps",
    moments: ["waiting beside a suitcase", "crossing the lobby"],
  },
  stairs: {
    reach: "inside",
    phrase: "a wooden staircase with worn treads",
    moments: ["pausing halfway up", "sitting on a step"],
  },
  "plain-wall": {
    reach: "inside",
    phrase: "a rough plaster wall",
    moments: ["standing close to the wall", "turning a little away from the wall"],
  },
  greenhouse: {
    reach: "inside",
    phrase: "a glasshouse full of tall ferns",
    moments: ["walking between the plants", "touching a wet leaf"],
  },
  train: {
    reach: "inside",
    phrase: "a train compartment with velvet seats",
    moments: ["watching the land go by", "leaning towards the window"],
  },
  studio: {
    reach: "inside",
    phrase: "an artist's studio with canvases against the wall",
    moments: ["sitting on a paint-flecked stool", "stepping back from a canvas"],
  },
  gym: {
    reach: "inside",
    phrase: "a boxing gym with a wooden floor",
    moments: ["tying a wrap and looking up", "resting against the ropes"],
  },
  street: {
    reach: "outside",
    phrase: "a side street with cobbles",
    moments: ["walking towards the camera", "stopping at a corner"],
  },
  "old-town": {
    reach: "outside",
    phrase: "a narrow lane between stone houses",
    moments: ["coming round a bend in the lane", "leaning in an archway"],
  },
  rooftop: {
    reach: "outside",
    phrase: "a flat roof above the city",
    moments: ["leaning on the parapet", "sitting on a low wall"],
  },
  bridge: {
    reach: "outside",
    phrase: "an iron footbridge over a river",
    moments: ["leaning on the railing", "crossing slowly"],
  },
  market: {
    reach: "outside",
    phrase: "a street market with crates of fruit",
    moments: ["choosing fruit at a stall", "walking between the stalls"],
  },
  station: {
    reach: "outside",
    phrase: "a country railway platform",
    moments: ["waiting beside a suitcase", "looking along the rails"],
  },
  park: {
    reach: "outside",
    phrase: "a park with broad plane trees",
    moments: ["sitting on a bench", "walking along the gravel"],
  },
  garden: {
    reach: "outside",
    phrase: "an overgrown garden with a pear tree",
    moments: ["sitting under the tree", "walking through the long grass"],
  },
  courtyard: {
    reach: "outside",
    phrase: "a courtyard with clay pots and ivy",
    moments: ["sitting on the stone steps", "leaning in a doorway"],
  },
  balcony: {
    reach: "outside",
    phrase: "a small balcony above a courtyard",
    moments: ["leaning on the railing with a cup", "watering a pot of herbs"],
  },
  terrace: {
    reach: "outside",
    phrase: "a stone terrace under a vine",
    moments: ["sitting at a small iron table", "standing at the balustrade"],
  },
  forest: {
    reach: "outside",
    phrase: "a forest path between tall pines",
    moments: ["resting against a trunk", "walking along the path"],
  },
  field: {
    reach: "outside",
    phrase: "a barley field beside a farm track",
    moments: ["walking along the field", "standing among the stalks"],
  },
  vineyard: {
    reach: "outside",
    phrase: "a steep vineyard after the harvest",
    moments: ["coming up between the rows", "looking over the valley"],
  },
  mountains: {
    reach: "outside",
    phrase: "a grassy ridge above a wide valley",
    moments: ["standing on the ridge", "resting on a boulder"],
  },
  lake: {
    reach: "outside",
    phrase: "a wooden jetty on a still lake",
    moments: ["sitting at the end of the jetty", "standing by the water"],
  },
  river: {
    reach: "outside",
    phrase: "stone steps beside a broad river",
    moments: ["sitting on the bottom step", "skipping a stone"],
  },
  beach: {
    reach: "outside",
    phrase: "an empty beach at low tide",
    moments: ["walking along the tide line", "sitting in the dunes"],
  },
  harbour: {
    reach: "outside",
    phrase: "a small harbour with moored boats",
    moments: ["leaning on a bollard", "walking along the quay"],
  },
  desert: {
    reach: "outside",
    phrase: "a sandy plain with low rocks",
    moments: ["walking over the sand", "sitting in the shade of a rock"],
  },
  snow: {
    reach: "outside",
    phrase: "a snow-covered lane between fir trees",
    moments: ["walking through fresh snow", "brushing snow from a sleeve"],
  },
  car: {
    reach: "outside",
    phrase: "a dusty station wagon on a country road",
    moments: ["leaning on the open car door", "sitting on the tailgate"],
  },
  "sports-field": {
    reach: "outside",
    phrase: "a running track beside empty stands",
    moments: ["resting after a run", "tying a shoe on the first step"],
  },
  castle: {
    reach: "outside",
    phrase: "the ruin of a castle above a valley",
    moments: ["walking along the stone wall", "sitting in a window arch"],
  },
} as const satisfies Record<string, Place>;

/** A place, by its id. */
export type PlaceId = keyof typeof places;
// Safe: the table above has these keys and no other.
export const placeIds = Object.freeze(Object.keys(places) as PlaceId[]);
