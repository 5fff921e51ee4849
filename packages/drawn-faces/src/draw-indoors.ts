import { darker, lighter, mixColours } from "./colour.ts";
import { box, cover, outOfFocus, type Ground } from "./backdrop.ts";
import { randomFrom } from "./seeded-random.ts";
import { decimal } from "./svg-sheet.ts";

/** Rooms: studio, wall, window, café, office, library, home. */
export function drawIndoors(ground: Ground): string {
  switch (ground.scene.background.place) {
    case "wall":
      return wall(ground);
    case "window":
      return atWindow(ground);
    case "cafe":
      return cafe(ground);
    case "office":
      return office(ground);
    case "library":
      return library(ground);
    case "home":
      return home(ground);
    default:
      return studio(ground);
  }
}

function studio(ground: Ground): string {
  const { scene, sheet, litSide, width } = ground;
  const { colour } = scene.background;
  const centre = 0.5 + litSide * 0.12;
  return (
    cover(
      ground,
      sheet.radial(
        [
          [0, lighter(colour, 0.3)],
          [0.5, colour],
          [1, darker(colour, 0.38)],
        ],
        [centre, 0.36, 0.85],
      ),
    ) + sheet.spot([width * (0.5 - litSide * 0.42), 640], [width * 0.5, 320], darker(colour, 0.6), 0.35)
  );
}

function wall(ground: Ground): string {
  const { scene, sheet, litSide, width, height } = ground;
  const { colour } = scene.background;
  const leaf = darker(colour, 0.42);
  let leaves = "";
  const stem = width * (0.5 - litSide * 0.34);
  for (let index = 0; index < 13; index += 1) {
    const y = 20 + index * 58;
    leaves += `M${decimal(stem)} ${y}q80 -52 172 -22q-72 50 -172 22zM${decimal(stem - 8)} ${y + 24}q-62 -62 -152 -52q62 58 152 52z`;
  }
  const from = litSide === -1 ? ([0, 0, 1, 0.4] as const) : ([1, 0, 0, 0.4] as const);
  return outOfFocus(
    ground,
    cover(
      ground,
      sheet.linear(
        [
          [0, lighter(colour, 0.3)],
          [0.55, colour],
          [1, darker(colour, 0.3)],
        ],
        from,
      ),
    ),
    `<path d="${leaves}M${decimal(stem)} 0q18 ${height / 2} 0 ${height}h8q18 -${height / 2} 0 -${height}z" fill="${leaf}" opacity="0.42"/>`,
    0.7,
  );
}

function atWindow(ground: Ground): string {
  const { scene, sheet, litSide, width, height } = ground;
  const { colour, time, weather } = scene.background;
  const sky =
    time === "night"
      ? "#33445e"
      : time === "dusk"
        ? "#8f93b5"
        : time === "golden"
          ? "#ffe0b0"
          : weather === "rain"
            ? "#c9d2d6"
            : "#fff7e8";
  const room = time === "night" ? mixColours(colour, "#1d1a20", 0.62) : colour;
  const from = litSide === -1 ? ([0, 0, 1, 0.15] as const) : ([1, 0, 0, 0.15] as const);
  const left = litSide === -1 ? 26 : width - 262;
  let panes = "";
  for (let column = 0; column < 2; column += 1) {
    for (let row = 0; row < 3; row += 1)
      panes += box(left + column * 122, 40 + row * 186, 106, 172, sky, 0.86 - 0.08 * row);
  }
  const curtain = litSide === -1 ? -30 : width - 44;
  const sill = box(left - 20, 604, 276, 14, lighter(room, 0.4), 0.7);
  const floorLight = `<path d="M${decimal(width * 0.5)} ${height}L${decimal(width * (0.5 + litSide * 0.2))} 610h90L${decimal(width * 0.5 + 210)} ${height}z" fill="${sky}" opacity="0.12"/>`;
  return outOfFocus(
    ground,
    cover(
      ground,
      sheet.linear(
        [
          [0, mixColours(room, sky, 0.42)],
          [0.5, room],
          [1, darker(room, 0.46)],
        ],
        from,
      ),
    ),
    panes + sill + box(curtain, -20, 76, height + 40, mixColours(sky, room, 0.5), 0.75) + floorLight,
    0.7,
  );
}

function cafe(ground: Ground): string {
  const { scene, sheet, width } = ground;
  const random = randomFrom(`cafe ${scene.seed}`);
  let lamps = "";
  for (let index = 0; index < 18; index += 1) {
    const centre = [random() * width, 40 + random() * 340] as const;
    lamps += sheet.bokeh(centre, 10 + random() * 24, "#f3c384", 0.16 + random() * 0.4);
  }
  const day = scene.background.time === "day";
  const glow = day ? "#f2dcb4" : "#d9a768";
  const shelves = [230, 320, 410]
    .map(
      (y) =>
        box(30, y, 190, 8, "#1b110c", 0.7) +
        [0, 1, 2, 3, 4]
          .map((i) =>
            box(
              40 + i * 34 + random() * 8,
              y - 40,
              16 + random() * 10,
              40,
              mixColours("#8a5c38", "#d8b98a", random()),
              0.5,
            ),
          )
          .join(""),
    )
    .join("");
  return (
    outOfFocus(
      ground,
      cover(
        ground,
        sheet.linear([
          [0, day ? "#5b4434" : "#2e2019"],
          [0.6, day ? "#7a5a42" : "#533826"],
          [1, "#211712"],
        ]),
      ),
      box(width - 230, 30, 200, 440, mixColours(glow, "#8a5a33", 0.4), 0.6) +
        box(width - 206, 54, 152, 392, glow, day ? 0.85 : 0.5) +
        box(width - 136, 54, 8, 392, "#5a3d28", 0.8) +
        shelves +
        box(0, 560, width, 16, "#150e0a", 0.8) +
        box(0, 576, width, 240, "#2a1c14", 0.85),
      0.75,
    ) + lamps
  );
}

function office(ground: Ground): string {
  const { scene, sheet, width, litSide } = ground;
  const random = randomFrom(`office ${scene.seed}`);
  const night = scene.background.time === "night";
  let skyline = "";
  for (let index = 0; index < 9; index += 1) {
    const [x, h] = [index * (width / 8) - 20 + random() * 20, 120 + random() * 240];
    skyline += box(x, 520 - h, 50 + random() * 24, h, night ? "#2a3346" : "#a9b3bd", 0.7);
    for (let lamp = 0; lamp < 5; lamp += 1)
      skyline += box(
        x + 8 + random() * 30,
        520 - h + 12 + lamp * 22,
        6,
        9,
        night ? "#f2c987" : "#dfe6ea",
        0.7,
      );
  }
  const frames = [0, 1, 2, 3]
    .map((i) => box((i * width) / 3 - 7, 0, 13, 540, night ? "#15161c" : "#7d7f82", 0.9))
    .join("");
  const from = litSide === -1 ? ([0, 0, 0.6, 1] as const) : ([1, 0, 0.4, 1] as const);
  return outOfFocus(
    ground,
    cover(
      ground,
      sheet.linear(
        night
          ? [
              [0, "#1c2638"],
              [0.7, "#343c4e"],
              [1, "#1d1b1c"],
            ]
          : [
              [0, "#e6ecee"],
              [0.6, "#bcc4c8"],
              [1, "#827e79"],
            ],
        from,
      ),
    ),
    skyline +
      frames +
      box(0, 520, width, 18, night ? "#191a20" : "#8d8b88", 0.9) +
      box(0, 538, width, 280, night ? "#24211f" : "#a19a90", 0.9),
    0.7,
  );
}

function library(ground: Ground): string {
  const { scene, sheet, width, height } = ground;
  const random = randomFrom(`library ${scene.seed}`);
  const spines = ["#7c3f2f", "#3f5147", "#35465c", "#a57d45", "#5a3a4a", "#c7b28c", "#2f2a28", "#8c5b38"];
  let books = "";
  for (let shelf = 0; shelf < 5; shelf += 1) {
    const bottom = 130 + shelf * 150;
    for (let x = -10; x < width;) {
      const w = 18 + random() * 22;
      const h = 88 + random() * 42;
      books += box(x, bottom - h, w - 2, h, spines[Math.floor(random() * spines.length)] ?? "#5a3a2a", 0.85);
      x += random() < 0.08 ? w + 24 : w;
    }
    books += box(0, bottom, width, 12, "#2a1a10", 0.95);
  }
  return (
    outOfFocus(ground, cover(ground, "#241811"), books, 0.6) +
    cover(
      ground,
      sheet.radial(
        [
          [0, "#ffcf8a", 0.3],
          [0.6, "#3a2417", 0.12],
          [1, "#120b08", 0.62],
        ],
        [0.5 + ground.litSide * 0.34, 0.2, 0.95],
      ),
    ) +
    box(0, height - 10, width, 10, "#1a100b", 0.5)
  );
}

function home(ground: Ground): string {
  const { scene, sheet, width, litSide } = ground;
  const base = mixColours(scene.background.colour, "#d8c9b4", 0.5);
  const night = scene.background.time === "night" || scene.background.time === "dusk";
  const room = night ? mixColours(base, "#2b211c", 0.55) : base;
  const side = litSide === -1 ? width - 190 : 30;
  const lamp = litSide === -1 ? 70 : width - 90;
  const plant = [-50, -28, -8, 14, 36, 56]
    .map(
      (angle) =>
        `<ellipse cx="${decimal(side + 84)}" cy="300" rx="18" ry="96" transform="rotate(${angle} ${decimal(side + 84)} 400)" fill="${mixColours("#4d6a4a", "#2f4631", Math.abs(angle) / 60)}" opacity="0.8"/>`,
    )
    .join("");
  const picture =
    box(width * 0.5 - litSide * -90 - 60, 70, 130, 160, lighter(room, 0.4), 0.7) +
    box(width * 0.5 - litSide * -90 - 44, 86, 98, 128, mixColours(room, "#7d8b8e", 0.5), 0.7);
  const sofa = `<rect x="${decimal(-30)}" y="540" width="${decimal(width + 60)}" height="300" rx="40" fill="${mixColours(room, "#6e6a5e", 0.6)}" opacity="0.85"/>`;
  const shade = `<path d="M${lamp - 46} 300h92l-22 -84h-48z" fill="#ffe4b0" opacity="0.95"/><path d="M${lamp - 3} 300h6v260h-6z" fill="#3b2f27"/>`;
  return outOfFocus(
    ground,
    cover(
      ground,
      sheet.linear([
        [0, lighter(room, 0.22)],
        [1, darker(room, 0.28)],
      ]),
    ) + sheet.spot([lamp, 270], [260, 280], "#ffdca0", night ? 0.62 : 0.42),
    picture + plant + box(side + 50, 400, 68, 80, "#a46a4c", 0.9) + sofa + shade,
    0.62,
  );
}
