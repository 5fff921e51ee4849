import { darker, lighter, mixColours, type Colour } from "./colour.ts";
import { box, outOfFocus, type Ground } from "./backdrop.ts";
import type { DayTime } from "./scene.ts";
import { randomFrom } from "./seeded-random.ts";
import { decimal, smoothPath, type Point } from "./svg-sheet.ts";

/** Places under the sky: street, night street, garden, forest, harbour, beach, mountains. */
export function drawOutdoors(ground: Ground): string {
  switch (ground.scene.background.place) {
    case "street":
    case "night-street":
      return street(ground);
    case "garden":
    case "forest":
      return green(ground);
    case "harbour":
      return harbour(ground);
    case "mountains":
      return mountains(ground);
    default:
      return beach(ground);
  }
}

interface Sky {
  readonly high: Colour;
  readonly middle: Colour;
  readonly low: Colour;
}

const skies: Readonly<Record<DayTime, Sky>> = {
  day: { high: "#8fb0c9", middle: "#c3d3da", low: "#e8e6dc" },
  golden: { high: "#7f93a6", middle: "#e0b792", low: "#f6cf98" },
  dusk: { high: "#4d5f7d", middle: "#a58d98", low: "#e3a884" },
  night: { high: "#141b2b", middle: "#232d44", low: "#3c465e" },
};

function skyOf({ scene }: Ground): Sky {
  const sky = skies[scene.background.time];
  if (scene.background.weather === "clear") return sky;
  const veil = scene.background.time === "night" ? "#2b323d" : "#b9bec0";
  const share = scene.background.weather === "rain" ? 0.6 : 0.7;
  return {
    high: mixColours(sky.high, veil, share),
    middle: mixColours(sky.middle, veil, share),
    low: mixColours(sky.low, veil, share),
  };
}

function heaven(ground: Ground, horizon: number): string {
  const { sheet, width, height } = ground;
  const sky = skyOf(ground);
  const paint = sheet.linear([
    [0, sky.high],
    [horizon * 0.7, sky.middle],
    [horizon, sky.low],
    [1, sky.low],
  ]);
  return box(0, 0, width, height, paint);
}

function sun(ground: Ground, y: number): string {
  const { scene, sheet, width, litSide } = ground;
  if (scene.background.weather !== "clear" || scene.background.time === "night") return "";
  const x = width * (0.5 + litSide * 0.3);
  const warm = scene.background.time === "day" ? "#fffaf0" : "#ffe0a6";
  return (
    sheet.spot([x, y], [240, 210], warm, 0.6) +
    sheet.spot([x, y], [64, 62], "#fffaf0", scene.background.time === "day" ? 0.3 : 0.95)
  );
}

function street(ground: Ground): string {
  const { scene, width } = ground;
  const random = randomFrom(`street ${scene.seed}`);
  const night = scene.background.place === "night-street" || scene.background.time === "night";
  const sky = skyOf(ground);
  const stone = night ? "#232631" : mixColours("#8b8174", sky.middle, 0.3);
  let houses = "";
  const rows = [
    [-20, 0, 190],
    [width - 170, 0, 200],
    [width * 0.28, 150, 110],
    [width * 0.55, 96, 110],
  ] as const;
  for (const [index, [x, y, w]] of rows.entries()) {
    const colour = mixColours(stone, index < 2 ? darker(stone, 0.4) : lighter(stone, 0.3), 0.45);
    houses += box(x, y, w, 700 - y, colour, 0.96);
    for (let row = 0; row < 6; row += 1) {
      for (let column = 0; column < (index < 2 ? 3 : 2); column += 1) {
        const lit = night ? random() < 0.55 : random() < 0.12;
        houses += box(
          x + 18 + column * 56,
          y + 36 + row * 104,
          34,
          62,
          lit ? "#f0c684" : darker(colour, 0.45),
          lit ? 0.8 : 0.6,
        );
      }
    }
  }
  const foot = night ? "#1a1c22" : darker(stone, 0.42);
  let lights = "";
  if (night) {
    const colours = ["#ffcf87", "#ff8f5a", "#9fc3ff", "#ffe3b8", "#e0585a"];
    for (let index = 0; index < 26; index += 1) {
      const colour = colours[Math.floor(random() * colours.length)] ?? "#ffcf87";
      const centre = [random() * width, 220 + random() * 420] as const;
      lights += ground.sheet.bokeh(centre, 9 + random() * 22, colour, 0.18 + random() * 0.4);
    }
  }
  return (
    outOfFocus(
      ground,
      heaven(
        night
          ? { ...ground, scene: { ...scene, background: { ...scene.background, time: "night" } } }
          : ground,
        0.7,
      ),
      houses + box(0, 680, width, 140, foot, 0.95),
      0.8,
    ) + lights
  );
}

const leafColours = {
  spring: ["#6f8a52", "#93ab6a", "#b7c98a", "#4f6a45", "#e6c9cc"],
  summer: ["#41553f", "#6c8160", "#93a277", "#2c3a2d", "#c9cc9c"],
  autumn: ["#8a5a2f", "#b8792f", "#d1a24a", "#5a4026", "#a4462c"],
  winter: ["#6f7a7a", "#98a3a3", "#c4ccca", "#525c5e", "#e4e8e6"],
} as const;

function green(ground: Ground): string {
  const { scene, sheet, width, height } = ground;
  const random = randomFrom(`green ${scene.seed}`);
  const leaves = leafColours[scene.season];
  const dim = scene.background.time === "night" ? 0.7 : scene.background.time === "dusk" ? 0.45 : 0;
  const tone = (colour: Colour): Colour => mixColours(colour, "#10161a", dim);
  const warm = scene.background.time === "golden" ? "#f4cf8a" : "#e9e9c8";
  const forest = scene.background.place === "forest";
  let content = "";
  if (forest) {
    for (let index = 0; index < 11; index += 1) {
      const x = random() * width;
      const w = 14 + random() * 36;
      content += `<path d="M${decimal(x)} -20h${decimal(w)}l${decimal(w * 0.3)} ${height + 40}h${decimal(-w * 1.6)}z" fill="${tone(mixColours("#2c2620", leaves[3], random() * 0.6))}" opacity="${decimal(0.4 + random() * 0.5, 2)}"/>`;
    }
  }
  for (let index = 0; index < 62; index += 1) {
    const [x, y] = [random() * (width + 40) - 20, random() * (forest ? 460 : height)];
    const colour = leaves[Math.floor(random() * leaves.length)] ?? leaves[0];
    content += `<ellipse cx="${decimal(x)}" cy="${decimal(y)}" rx="${decimal(18 + random() * 46)}" ry="${decimal(12 + random() * 30)}" fill="${tone(colour)}" opacity="${decimal(0.3 + random() * 0.45, 2)}" transform="rotate(${decimal(random() * 70 - 35)} ${decimal(x)} ${decimal(y)})"/>`;
  }
  let sparkle = "";
  for (let index = 0; index < 16; index += 1) {
    const centre = [random() * width, random() * 420] as const;
    sparkle += sheet.bokeh(centre, 7 + random() * 18, warm, 0.1 + random() * 0.24);
  }
  const ground0 = sheet.linear([
    [0, tone(mixColours(leaves[2], warm, 0.3))],
    [0.5, tone(leaves[1])],
    [1, tone(leaves[3])],
  ]);
  return (
    outOfFocus(ground, box(0, 0, width, height, ground0) + sun(ground, 90), content, 0.7) +
    (dim > 0.5 ? "" : sparkle)
  );
}

function harbour(ground: Ground): string {
  const { scene, sheet, width } = ground;
  const random = randomFrom(`harbour ${scene.seed}`);
  const sky = skyOf(ground);
  const hull = mixColours("#2b3238", sky.middle, 0.16);
  const sea = sheet.linear([
    [0, mixColours(sky.low, "#4d6470", 0.55)],
    [1, darker(mixColours(sky.high, "#28404e", 0.6), 0.25)],
  ]);
  let boats = "";
  for (let index = 0; index < 9; index += 1) {
    const [x, h] = [10 + (index * width) / 8.6 + random() * 30, 150 + random() * 200];
    boats += box(x, 448 - h, 4 + random() * 3, h + 20, hull, 0.75);
    boats += `<path d="M${decimal(x - 34)} 452q36 26 74 0l-8 -12h-58z" fill="${hull}" opacity="0.85"/>`;
  }
  let glints = "";
  for (let index = 0; index < 34; index += 1) {
    glints += box(
      random() * width,
      476 + random() * 290,
      36 + random() * 90,
      2.4 + random() * 4,
      sky.low,
      0.12 + random() * 0.2,
    );
  }
  return outOfFocus(
    ground,
    heaven(ground, 0.56) + sun(ground, 400) + box(0, 450, width, 360, sea),
    boats + box(0, 446, width, 10, hull, 0.6) + glints,
    0.7,
  );
}

function beach(ground: Ground): string {
  const { scene, sheet, width } = ground;
  const random = randomFrom(`beach ${scene.seed}`);
  const sky = skyOf(ground);
  const night = scene.background.time === "night";
  const sea = sheet.linear([
    [0, mixColours("#6d93a0", sky.low, 0.35)],
    [1, mixColours("#4f7f8c", sky.high, night ? 0.8 : 0.25)],
  ]);
  const sand = sheet.linear([
    [0, mixColours("#e2cfae", sky.low, night ? 0.75 : 0.25)],
    [1, mixColours("#a98f6d", sky.high, night ? 0.7 : 0.15)],
  ]);
  let waves = "";
  for (let index = 0; index < 22; index += 1) {
    waves += box(
      random() * width - 60,
      430 + random() * 150,
      60 + random() * 150,
      2 + random() * 4,
      lighter(sky.low, 0.5),
      0.16 + random() * 0.3,
    );
  }
  const shore: Point[] = [
    [-20, 596],
    [width * 0.25, 580],
    [width * 0.6, 606],
    [width + 20, 588],
    [width + 20, 840],
    [-20, 840],
  ];
  const shoreline = smoothPath(shore.slice(0, 4), false);
  return outOfFocus(
    ground,
    heaven(ground, 0.52) + sun(ground, 372) + box(0, 416, width, 400, sea),
    waves +
      `<path d="M${shore.map(([x, y]) => `${decimal(x)} ${decimal(y)}`).join("L")}Z" fill="${sand}"/><path d="${shoreline}" stroke="#fff" stroke-width="9" fill="none" opacity="0.5"/>`,
    0.5,
  );
}

function mountains(ground: Ground): string {
  const { scene, width } = ground;
  const random = randomFrom(`mountains ${scene.seed}`);
  const sky = skyOf(ground);
  const snow = scene.season === "winter" || scene.background.weather === "snow";
  let ridges = "";
  for (let layer = 0; layer < 4; layer += 1) {
    const base = 300 + layer * 110;
    const points: Point[] = [];
    for (let x = -40; x <= width + 40; x += 50)
      points.push([
        x,
        base - (110 - layer * 16) * Math.abs(Math.sin(x * 0.006 * (layer + 1) + random() * 0.9 + layer)),
      ]);
    const colour = mixColours(
      sky.middle,
      snow ? "#8d9aa3" : (["#6d7f8c", "#57706c", "#46604f", "#35493a"][layer] ?? "#35493a"),
      0.35 + layer * 0.2,
    );
    ridges += `<path d="${smoothPath(points, false)}L${decimal(width + 40)} 840L-40 840Z" fill="${colour}"/>`;
  }
  return outOfFocus(ground, heaven(ground, 0.5) + sun(ground, 180), ridges, 0.55);
}
