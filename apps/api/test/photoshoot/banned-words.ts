const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** What a shot may not say, by why not. Whole words, small letters. */
export const bannedWords = {
  "says who is in the picture": words(`
    man men woman women male female boy girl lady gentleman guy he she his her him feminine masculine masculinity
    father mother bride groom young younger youthful teen teenage child kid baby adult elderly old older senior aged
    slim slender thin skinny curvy plump muscular athletic petite tall short stocky body figure waist physique
    hair haired blond blonde brunette redhead ginger-haired beard bearded moustache stubble braid braids ponytail curls
    fringe bangs bald shaved skin complexion freckles freckled tan tanned fair-skinned dark-skinned wrinkles makeup
    lipstick mascara asian african european caucasian latina latino hispanic glasses spectacles tattoo tattoos`),
  "directs a face or limbs": words(`
    eye eyes eyebrow eyebrows eyelids lips lip mouth teeth jaw jawline chin cheek cheeks cheekbones nose nostrils
    forehead face facial gaze hand hands finger fingers arm arms leg legs knee knees foot feet toes chest bone bones`),
  "asks for a wide smile": words(`
    smile smiles smiling smiled grin grins grinning laugh laughs laughing laughter beaming cheerful joy joyful happy`),
  "is quality jargon": words(`
    perfect perfectly flawless stunning beautiful gorgeous 8k 4k hd hdr ultra hyper realistic hyperrealistic
    photorealistic dslr professional cinematic sharp crystal masterpiece award-winning best quality detailed subsurface
    scattering airbrushed smooth plastic epic breathtaking trending dramatic volumetric render unreal bokeh`),
  "is light without a side": words(`studio softbox ringlight evenly even clean flat-lit flash`),
  "is somebody's mark": words(`
    leica hasselblad kodak portra ektachrome fuji fujifilm canon nikon sony polaroid rolleiflex pentax iphone android
    apple google samsung vogue elle gq vanity-fair bazaar chanel dior gucci prada hermes burberry barbour nike adidas
    puma converse vans levis levi carhartt patagonia vespa porsche mercedes bmw ferrari volkswagen ford toyota jeep
    airbnb uber starbucks ikea lego disney netflix instagram tiktok youtube pinterest facebook twitter moleskine
    thermos tupperware velcro lycra gore-tex spandex stetson ray-ban rayban rolex cartier tiffany birkenstock crocs
    dr-martens martens timberland uggs perspex plexiglas formica jacuzzi frisbee airstream hilton marriott`),
} as const;

/** What a shot may not say in several words. */
export const bannedPhrases = Object.freeze([
  "white background",
  "tucked under",
  "curled up",
  "knees to chest",
  "arms crossed",
  "looking at viewer",
  "golden ratio",
  "depth map",
]);
