import { Link, useNavigate } from "@tanstack/react-router";
import { useId, type ReactNode } from "react";

import { type GallerySearch, gallerySearch } from "../../routes/search.ts";
import { useMeasuringWords } from "../../words/measuring-words.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";
import { likenessBandNames } from "./judgement-of.ts";
import "./gallery-filters.css";

type SearchPart = Readonly<Record<string, string>>;

interface GalleryFiltersProps {
  readonly search: GallerySearch;
  /** Whether this studio measures, so that a gallery can go by its scores. */
  readonly measures: boolean;
}

/** How the gallery is ordered and what it is narrowed to: all of it in the address, so that it can be kept and sent. */
export function GalleryFilters({ search, measures }: GalleryFiltersProps) {
  const gallery = useGalleryWords();
  const navigate = useNavigate();
  const change = (part: SearchPart) =>
    void navigate({ to: "/gallery", search: gallerySearch({ ...search, ...part }), replace: true });
  const { show: _show, order, ...narrowed } = search;
  const { show: _kept, ...others } = search;
  const isChanged = order !== undefined || Object.keys(narrowed).length > 0;
  return (
    <div className="gallery-filters">
      <nav className="sift" aria-label={gallery.show}>
        <Link to="/gallery" search={others} activeOptions={{ exact: true, includeSearch: true }}>
          {gallery.all}
        </Link>
        <Link
          to="/gallery"
          search={{ ...others, show: "kept" }}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {gallery.kept}
        </Link>
        <Link to="/gallery/trash">{gallery.trash}</Link>
      </nav>
      <fieldset className="gallery-narrow" aria-label={gallery.narrow}>
        {measures && <ScoreSift search={search} change={change} />}
        <Chosen
          label={gallery.service}
          any={gallery.anyService}
          value={search.service}
          options={gallery.services}
          onChange={(service) => change({ service })}
        />
        <Chosen
          label={gallery.preset}
          any={gallery.anyPreset}
          value={search.preset}
          options={gallery.presets}
          onChange={(preset) => change({ preset })}
        />
        {(["from", "until"] as const).map((end) => (
          <Narrowing key={end} label={gallery[end]}>
            {(id) => (
              <input
                id={id}
                type="date"
                value={search[end] ?? ""}
                onChange={({ target }) => change({ [end]: target.value })}
              />
            )}
          </Narrowing>
        ))}
        {isChanged && (
          <Link className="word" to="/gallery" search={search.show === undefined ? {} : { show: "kept" }}>
            {gallery.clearNarrow}
          </Link>
        )}
      </fieldset>
    </div>
  );
}

/** The order, and once it goes by a score what the scores are narrowed to. */
function ScoreSift({ search, change }: { search: GallerySearch; change: (part: SearchPart) => void }) {
  const { byScore } = useGalleryWords();
  const measuring = useMeasuringWords();
  const { natural, doubtful } = byScore.parts;
  return (
    <>
      <Chosen
        label={byScore.order}
        any={byScore.newest}
        value={search.order}
        options={byScore.orders}
        onChange={(order) => change({ order })}
      />
      {search.order !== undefined && (
        <>
          <Chosen
            label={byScore.likeness}
            any={byScore.anyBand}
            value={search.likeness}
            options={likenessBandNames(measuring)}
            onChange={(likeness) => change({ likeness })}
          />
          <Chosen
            label={byScore.expression}
            any={byScore.anyBand}
            value={search.natural}
            options={{ natural, doubtful }}
            onChange={(chosen) => change({ natural: chosen })}
          />
        </>
      )}
    </>
  );
}

interface ChosenProps {
  readonly label: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly options: Readonly<Record<string, string>>;
  readonly onChange: (value: string) => void;
}

/** One choice of a few, or none of them. */
function Chosen({ label, any, value, options, onChange }: ChosenProps) {
  return (
    <Narrowing label={label}>
      {(id) => (
        <select id={id} value={value ?? ""} onChange={({ target }) => onChange(target.value)}>
          <option value="">{any}</option>
          {Object.entries(options).map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Narrowing>
  );
}

function Narrowing({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="narrowing">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
