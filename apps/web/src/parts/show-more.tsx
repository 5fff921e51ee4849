interface ShowMoreProps {
  /** A list that is read a page at a time. */
  readonly pages: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
  /** What the button says before and while the next page is read. */
  readonly label: string;
  readonly loading: string;
}

/** The way to the next page of a list; nothing where there is none. */
export function ShowMore({
  pages: { hasNextPage, isFetchingNextPage, fetchNextPage },
  label,
  loading,
}: ShowMoreProps) {
  if (!hasNextPage) return null;
  return (
    <button
      type="button"
      className="press press-plain press-low"
      aria-disabled={isFetchingNextPage}
      onClick={() => isFetchingNextPage || void fetchNextPage()}
    >
      {isFetchingNextPage ? loading : label}
    </button>
  );
}
