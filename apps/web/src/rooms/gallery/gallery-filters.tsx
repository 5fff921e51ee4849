import { Link, useNavigate } from "@tanstack/react-router";
import { useId, type ReactNode } from "react";

import { type GallerySearch, gallerySearch } from "../../routes/search.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";
import "./gallery-filters.css";

/** What the gallery is narrowed to: all of it in the address, so that it can be kept and sent. */
export function GalleryFilters({ search }: { search: GallerySearch }) {
  const gallery = useGalleryWords();
  const navigate = useNavigate();
  const change = (part: Record<string, string | undefined>) =>
    void navigate({ to: "/gallery", search: gallerySearch({ ...search, ...part }), replace: true });
  const { show: _show, ...narrowed } = search;
  const { show: _kept, ...others } = search;
  const isNarrowed = Object.keys(narrowed).length > 0;
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
        <Narrowing label={gallery.service}>
          {(id) => (
            <select
              id={id}
              value={search.service ?? ""}
              onChange={({ target }) => change({ service: target.value })}
            >
              <option value="">{gallery.anyService}</option>
              {Object.entries(gallery.services).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Narrowing>
        <Narrowing label={gallery.preset}>
          {(id) => (
            <select
              id={id}
              value={search.preset ?? ""}
              onChange={({ target }) => change({ preset: target.value })}
            >
              <option value="">{gallery.anyPreset}</option>
              {Object.entries(gallery.presets).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Narrowing>
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
        {isNarrowed && (
          <Link className="word" to="/gallery" search={search.show === undefined ? {} : { show: "kept" }}>
            {gallery.clearNarrow}
          </Link>
        )}
      </fieldset>
    </div>
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
