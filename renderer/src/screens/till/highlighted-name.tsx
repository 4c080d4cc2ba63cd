import { highlightRange } from '#shared/domain/search/fold.ts';

/** A name with the letters underlined that the search found. */
export const HighlightedName = ({ name, query }: { name: string; query: string }) => {
  const range = highlightRange(name, query);
  if (range === null) return name;
  return (
    <>
      {name.slice(0, range.start)}
      <mark>{name.slice(range.start, range.end)}</mark>
      {name.slice(range.end)}
    </>
  );
};
