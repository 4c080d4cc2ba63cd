import { Menu } from 'electron';
import type { DesktopTexts } from './desktop-texts.ts';

/**
 * On macOS the menu is where copy, paste and quit live, so there is one. Elsewhere there is none: the
 * keyboard belongs to the till, and the system's own keys for text and windows work without a menu.
 */
export function setMenu(platform: NodeJS.Platform, texts: DesktopTexts): void {
  if (platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  const { menu } = texts;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'Regulars',
        submenu: [
          { role: 'about', label: menu.about },
          { type: 'separator' },
          { role: 'hide', label: menu.hide },
          { role: 'hideOthers', label: menu.hideOthers },
          { role: 'unhide', label: menu.showAll },
          { type: 'separator' },
          { role: 'quit', label: menu.quit },
        ],
      },
      {
        label: menu.edit,
        submenu: [
          { role: 'undo', label: menu.undo },
          { role: 'redo', label: menu.redo },
          { type: 'separator' },
          { role: 'cut', label: menu.cut },
          { role: 'copy', label: menu.copy },
          { role: 'paste', label: menu.paste },
          { role: 'selectAll', label: menu.selectAll },
        ],
      },
      {
        label: menu.window,
        submenu: [
          { role: 'minimize', label: menu.minimize },
          { role: 'togglefullscreen', label: menu.fullScreen },
        ],
      },
    ]),
  );
}
