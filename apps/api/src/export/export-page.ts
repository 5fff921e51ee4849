import { html, raw } from "hono/html";
import type { ExportedTable } from "./exported-table.ts";

/** A picture as the page shows it. */
export interface ShownPicture {
  readonly path: string;
  readonly recipePath: string | undefined;
  readonly caption: string;
  readonly at: string;
}

/** What the page tells. */
export interface ExportPage {
  readonly at: Date;
  readonly email: string;
  readonly subjectNumber: string;
  readonly tables: readonly (ExportedTable & { readonly rowCount: number })[];
  readonly missing: readonly string[];
  readonly selfies: AsyncIterable<ShownPicture>;
  readonly portraits: AsyncIterable<ShownPicture>;
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 70rem; padding: 3rem 1.5rem; font: 1rem/1.5 system-ui, sans-serif; }
h1, h2 { font-family: Georgia, serif; font-weight: 400; line-height: 1.15; }
h2 { margin-top: 3rem; border-top: 1px solid; padding-top: 1rem; }
.pictures { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); }
figure { margin: 0; } img { width: 100%; height: auto; } figcaption { font-size: .85rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } td, th { border-top: 1px solid; padding: .5rem .5rem .5rem 0; text-align: left; vertical-align: top; }
`;

/** The archive's first page, written as it is made: it needs no network, no script and no studio. */
export async function* exportPage(page: ExportPage): AsyncGenerator<string> {
  yield String(
    await html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>Everything that is kept of you</title>
          <style>
            ${raw(style)}
          </style>
        </head>
        <body>
          <h1>Everything that is kept of you</h1>
          <p>
            ${page.email}, subject number ${page.subjectNumber}. Taken on ${page.at.toISOString()}; times are
            in UTC. <a href="README.txt">README.txt</a> explains the files,
            <a href="manifest.json">manifest.json</a> lists them with their hashes, and
            <a href="isolation-proof.json">isolation-proof.json</a> says how it is known that your portraits
            are yours alone.
          </p>
          ${page.missing.map((path) => html`<p><strong>${path} could not be read.</strong></p>`)}
          <h2>Portraits</h2>
          <div class="pictures">
       `,
  );
  for await (const picture of page.portraits) yield await figureOf(picture);
  yield '</div><h2>Selfies</h2><div class="pictures">';
  for await (const picture of page.selfies) yield await figureOf(picture);
  yield String(
    await html`</div>
      <h2>Rows</h2>
      <table>
        <tr><th scope="col">What one is</th><th scope="col">How many</th><th scope="col">Files</th></tr>
        ${page.tables.map(
          ({ name, what, rowCount }) =>
            html`<tr>
              <td>${what}</td>
              <td>${rowCount}</td>
              <td>
                <a href="data/${name}.json">${name}.json</a>, <a href="data/${name}.csv">${name}.csv</a>
              </td>
            </tr>`,
        )}
      </table>
      </body>
      </html>`,
  );
}

const figureOf = async ({ path, recipePath, caption, at }: ShownPicture): Promise<string> =>
  String(
    await html`<figure>
      <a href="${path}"><img src="${path}" alt="${caption}" loading="lazy" /></a>
      <figcaption>
        ${caption}<br />${at}${recipePath === undefined ? "" : html`, <a href="${recipePath}">recipe</a>`}
      </figcaption>
    </figure>`,
  );
