import type { client } from '../../api/client.ts';

type Fetched = Awaited<ReturnType<typeof client.exports.fetch>>;

/** Hands a file to the browser's download; in the desktop app the system asks where it goes. */
export const saveFile = async (file: Fetched): Promise<void> => {
  const url = URL.createObjectURL(new Blob([await file.arrayBuffer()], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the bytes by the time the event is over.
  setTimeout(() => URL.revokeObjectURL(url), 0);
};
