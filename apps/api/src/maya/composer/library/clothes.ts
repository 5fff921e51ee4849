interface Garment {
  /** The part of an outfit it is: one of each can be worn together. */
  readonly part: "whole" | "outer" | "top" | "bottom" | "extra";
  /** What FLUX is told, to stand behind a colour. */
  readonly phrase: string;
}

/** The garments Maya knows. */
export const garments = {
  coat: { part: "outer", phrase: "long wool coat" },
  "trench-coat": { part: "outer", phrase: "belted trench coat" },
  raincoat: { part: "outer", phrase: "open raincoat" },
  jacket: { part: "outer", phrase: "unlined jacket" },
  "leather-jacket": { part: "outer", phrase: "worn leather jacket" },
  "denim-jacket": { part: "outer", phrase: "faded denim jacket" },
  blazer: { part: "outer", phrase: "soft-shouldered blazer" },
  suit: { part: "whole", phrase: "well-cut suit with an open collar" },
  tuxedo: { part: "whole", phrase: "dinner jacket and white shirt" },
  dress: { part: "whole", phrase: "simple dress" },
  "evening-gown": { part: "whole", phrase: "long evening gown" },
  overalls: { part: "whole", phrase: "work overalls" },
  sportswear: { part: "whole", phrase: "plain running clothes" },
  dirndl: { part: "whole", phrase: "dirndl with a linen apron" },
  lederhosen: { part: "whole", phrase: "lederhosen and a linen shirt" },
  sari: { part: "whole", phrase: "silk sari" },
  kimono: { part: "whole", phrase: "cotton kimono" },
  shirt: { part: "top", phrase: "shirt with rolled sleeves" },
  "linen-shirt": { part: "top", phrase: "loose linen shirt" },
  blouse: { part: "top", phrase: "silk blouse" },
  "t-shirt": { part: "top", phrase: "plain cotton tee" },
  sweater: { part: "top", phrase: "thick knitted sweater" },
  "roll-neck": { part: "top", phrase: "fine roll-neck" },
  cardigan: { part: "top", phrase: "buttoned cardigan" },
  hoodie: { part: "top", phrase: "washed hooded sweatshirt" },
  waistcoat: { part: "top", phrase: "waistcoat over a collarless shirt" },
  jeans: { part: "bottom", phrase: "straight jeans" },
  trousers: { part: "bottom", phrase: "wide trousers" },
  skirt: { part: "bottom", phrase: "pleated skirt" },
  scarf: { part: "extra", phrase: "wound scarf" },
  hat: { part: "extra", phrase: "felt hat" },
  cap: { part: "extra", phrase: "wool cap" },
  boots: { part: "extra", phrase: "leather boots" },
  tie: { part: "extra", phrase: "knitted tie" },
} as const satisfies Record<string, Garment>;

/** A garment, by its id. */
export type GarmentId = keyof typeof garments;
// Safe: the table above has these keys and no other.
export const garmentIds = Object.freeze(Object.keys(garments) as GarmentId[]);

/** The colours Maya knows, as FLUX is told them. */
export const colours = {
  black: "black",
  white: "off-white",
  grey: "charcoal grey",
  cream: "cream",
  beige: "sand coloured",
  brown: "chestnut brown",
  camel: "camel",
  red: "deep red",
  burgundy: "burgundy",
  orange: "burnt orange",
  yellow: "mustard yellow",
  green: "bottle green",
  olive: "olive green",
  blue: "mid blue",
  navy: "navy",
  "light-blue": "light blue",
  purple: "plum",
  pink: "dusty pink",
  pastel: "powder blue",
  earthy: "rust coloured",
} as const satisfies Record<string, string>;

/** A colour, by its id. */
export type ColourId = keyof typeof colours;
// Safe: the table above has these keys and no other.
export const colourIds = Object.freeze(Object.keys(colours) as ColourId[]);

/** Whole outfits by style, for whoever leaves the clothes to Maya; nothing in them says who wears them. */
export const outfits = {
  business: [
    "navy blazer over a light blue shirt",
    "charcoal roll-neck under a soft grey jacket",
    "dark suit with an open white collar",
    "olive overshirt and pressed trousers",
    "black crew-neck sweater with a wool jacket",
  ],
  casual: [
    "loose linen shirt and faded jeans",
    "oatmeal knit sweater with the sleeves pushed up",
    "denim jacket over a plain cotton tee",
    "striped cotton top and canvas trousers",
    "washed grey sweatshirt under an open coat",
  ],
  elegant: [
    "midnight blue suit over a fine dark knit",
    "black roll-neck with a long camel coat",
    "burgundy velvet jacket and a dark shirt",
    "cream silk shirt with wide black trousers",
    "dark dinner jacket with an open collar",
  ],
  outdoor: [
    "waxed olive jacket with the collar up",
    "thick cream cable knit and work trousers",
    "red anorak with dark walking trousers",
    "heavy navy wool coat with a grey scarf",
    "checked flannel shirt and sturdy boots",
  ],
  artistic: [
    "paint-flecked cotton smock",
    "oversized black shirt with rolled sleeves",
    "mustard corduroy jacket over a navy knit",
    "long dark coat over a plain outfit",
    "rust coloured shirt buttoned to the top",
  ],
} as const;

/** A style of outfits. */
export type StyleId = keyof typeof outfits;
// Safe: the table above has these keys and no other.
export const styleIds = Object.freeze(Object.keys(outfits) as StyleId[]);

/** What a colour is laid over when only a colour was asked for. */
export const plainGarments = Object.freeze([
  "wool coat over a plain knit",
  "fine-knit sweater",
  "cotton shirt with rolled sleeves",
  "corduroy jacket over a plain tee",
  "linen shirt",
] as const);
