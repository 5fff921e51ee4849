/** What a scene is told by. */
export interface SceneCollection {
  readonly title: string;
  readonly shots: readonly { readonly place: string }[];
}

/** What places are called, by the scene that is drawn of them; earlier ones win where as many words point to two. */
const words = {
  snow: /\b(snow\w*|frozen|frost\w*|ice|icy|winter)\b/giu,
  coast:
    /\b(sea|coast\w*|beach|shore|pier|harbour|dune\w*|waves?|cliff\w*|breakwater|tide|sand|groyne\w*)\b/giu,
  workshop: /\b(workshop|workbench|bench|studio|forge|kiln|loom|tools?|lathe|pottery|print\w*|press)\b/giu,
  station:
    /\b(station|train|platform|carriage|airport|gate|bus|tram|ferry|departure\w*|terminal|compartment)\b/giu,
  table: /\b(table|tables|kitchen|café|cafe|restaurant|dining|counter|bar|plates?|cups?)\b/giu,
  hall: /\b(museum|gallery|hall|halls|library|arch\w*|column\w*|staircase|marble|theatre|cloister|nave)\b/giu,
  night: /\b(night|neon|lamp-?lit|streetlamp\w*|midnight|after dark)\b/giu,
  sun: /\b(last light|sunset|sunrise|golden|rooftops?)\b/giu,
  street:
    /\b(street\w*|pavement|alley|crossing|city|kerb|avenue|market|shopfront\w*|puddle\w*|arcade|bridge)\b/giu,
  hills:
    /\b(hill\w*|field\w*|meadow|mountain\w*|moor|wood\w*|forest|path|valley|orchard|garden|grass|heath|lake|river|ridge|barley|wheat)\b/giu,
  bed: /\b(morning|bed|bedroom|pillow\w*|duvet|sheets|bathroom)\b/giu,
  window: /\b(window\w*|sill|room|sofa|armchair|office|desk|hallway|landing|balcony|shelf|shelves)\b/giu,
  wall: /\b(wall\w*|plaster|backdrop|paper|brick\w*|concrete)\b/giu,
} as const;

export type Scene = keyof typeof words;

// Safe: the table above has every scene as a key and no other.
const all = Object.entries(words) as readonly (readonly [Scene, RegExp])[];

/** How many shots' say a collection's own name has: as many as a collection of the studio has shots. */
const nameWeight = 10;

/** The scene that a collection's name and most of its places point to. */
export function sceneOf({ title, shots }: SceneCollection): Scene {
  const scores = all.map(([scene, pattern]) => ({
    scene,
    // Each shot has one say, however many words it uses.
    score:
      shots.filter(({ place }) => place.match(pattern) !== null).length +
      (title.match(pattern) === null ? 0 : nameWeight),
  }));
  const nowhere: { scene: Scene; score: number } = { scene: "wall", score: 0 };
  return scores.reduce((one, other) => (other.score > one.score ? other : one), nowhere).scene;
}
