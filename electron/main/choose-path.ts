import { BrowserWindow, dialog } from 'electron';

/** Shows the system's dialog for a folder or a file, over the window; null when nothing was chosen. */
export function choosePath(property: 'openDirectory' | 'openFile'): () => Promise<string | null> {
  return async () => {
    const [window] = BrowserWindow.getAllWindows();
    const options = { properties: [property] };
    const { canceled, filePaths } = window
      ? await dialog.showOpenDialog(window, options)
      : await dialog.showOpenDialog(options);
    return canceled ? null : (filePaths[0] ?? null);
  };
}
