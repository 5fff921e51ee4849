import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { CallProblem } from "./call-problem.tsx";
import { Frame } from "./frame.tsx";
import { Milestones } from "./milestones.tsx";

const picture = { address: "/images/portraits/019a/960", alt: "On the quay", fit: "fill" } as const;

describe("the frame", () => {
  it("holds a sketch until there is more, inked as far as was measured", () => {
    const waiting = renderToStaticMarkup(<Frame share={0.25} />);
    expect(waiting).toContain("sketch-ink");
    expect(waiting).toContain('stroke-dashoffset="0.75"');
    expect(renderToStaticMarkup(<Frame />)).not.toContain("sketch-ink");
  });

  it("holds the blurred print while the picture is on its way, and no sketch any more", () => {
    const developing = renderToStaticMarkup(<Frame placeholderHash="hash" picture={picture} />);
    expect(developing).toContain("<canvas");
    expect(developing).toContain('alt="On the quay"');
    expect(developing).not.toContain("<svg");
  });

  it("says of a simulated picture that it is one, and of a sketch nothing", () => {
    expect(renderToStaticMarkup(<Frame simulated picture={picture} />)).toContain("Simulated");
    expect(renderToStaticMarkup(<Frame simulated />)).not.toContain("Simulated");
    expect(renderToStaticMarkup(<Frame picture={picture} />)).not.toContain("Simulated");
  });
});

describe("a failure on the page", () => {
  it("is spoken at once, says what to do, and never shows a defect's own text", () => {
    const shown = renderToStaticMarkup(<CallProblem error={new RangeError("undefined is not a face")} />);
    expect(shown).toContain('role="alert"');
    expect(shown).toContain("Reload the page");
    expect(shown).not.toContain("undefined is not a face");
  });
});

describe("milestones", () => {
  it("name the present one to a screen reader", () => {
    const shown = renderToStaticMarkup(
      <Milestones
        label="The way"
        stations={[
          { name: "Selfies", note: "", standing: "done" },
          { name: "Training", note: "", standing: "now" },
        ]}
      />,
    );
    expect(shown.match(/aria-current="step"/gu)).toHaveLength(1);
    expect(shown).toMatch(/aria-current="step"[^>]*><b>Training/u);
  });
});
