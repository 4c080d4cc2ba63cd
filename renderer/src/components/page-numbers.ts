/** Rows fetched at a time. */
export const pageSize = 100;

/** Numbers of the pages that hold the rows from `first` to `last`; the first page is always among them. */
export const pagesOf = (first: number, last: number): readonly number[] => {
  const from = Math.floor(Math.max(first, 0) / pageSize);
  const to = Math.floor(Math.max(last, 0) / pageSize);
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return pages.includes(0) ? pages : [0, ...pages];
};
