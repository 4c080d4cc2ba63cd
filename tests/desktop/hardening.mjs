// What a page in the desktop window must not be able to do, tried from inside that page.
// Runs in a real Electron with Playwright: the driver gets { app, window, log } and throws at the first thing that is possible.
import assert from 'node:assert/strict';

const foreign = 'https://regulars.example/';

/** Runs code as a script of the page itself, under its content security policy. */
const inPage = (window, code) =>
  window.evaluate(
    (source) =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.textContent = source;
        const blocked = () => resolve('blocked');
        document.addEventListener('securitypolicyviolation', blocked, { once: true });
        document.head.append(script);
        setTimeout(() => resolve(globalThis.wentThrough ? 'ran' : 'blocked'), 500);
      }),
    code,
  );

const checks = {
  'the page has no Node': async ({ window }) => {
    const kinds = await window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].map(
        (name) => typeof globalThis[name],
      ),
    );
    assert.deepEqual([...new Set(kinds)], ['undefined']);
  },
  'the window is isolated and in the sandbox': async ({ app }) => {
    const kept = await app.evaluate(({ BrowserWindow }) => {
      const [first] = BrowserWindow.getAllWindows();
      const {
        contextIsolation,
        sandbox,
        nodeIntegration,
        nodeIntegrationInWorker,
        nodeIntegrationInSubFrames,
        webSecurity,
        webviewTag,
      } = first.webContents.getLastWebPreferences();
      return {
        contextIsolation,
        sandbox,
        webSecurity,
        node: Boolean(nodeIntegration || nodeIntegrationInWorker || nodeIntegrationInSubFrames),
        webviewTag: Boolean(webviewTag),
      };
    });
    assert.deepEqual(kept, {
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      node: false,
      webviewTag: false,
    });
  },
  'it cannot go to another address': async ({ window }) => {
    const before = window.url();
    await window.evaluate((url) => {
      location.href = url;
    }, foreign);
    await window.waitForTimeout(800);
    assert.equal(window.url(), before);
  },
  'it cannot open a window': async ({ app, window }) => {
    const opened = await window.evaluate((url) => {
      const first = window.open(url);
      const link = document.createElement('a');
      link.href = url;
      link.target = '_blank';
      link.click();
      return first === null;
    }, foreign);
    await window.waitForTimeout(500);
    assert.equal(opened, true);
    assert.equal(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length), 1);
  },
  'it cannot fetch from elsewhere': async ({ window }) => {
    const fetched = await window.evaluate(
      (url) =>
        fetch(url).then(
          () => 'fetched',
          () => 'refused',
        ),
      foreign,
    );
    assert.equal(fetched, 'refused');
  },
  'it cannot read files': async ({ window }) => {
    const read = await window.evaluate(() =>
      fetch('file:///etc/hostname').then(
        () => 'read',
        () => 'refused',
      ),
    );
    assert.equal(read, 'refused');
    const climbed = await window.evaluate(() =>
      fetch('app://regulars/..%2f..%2fpackage.json').then(
        async (answer) => (await answer.text()).includes('"dependencies"'),
        () => false,
      ),
    );
    assert.equal(climbed, false);
  },
  'it runs no script that was written into it': async ({ window }) => {
    assert.equal(await inPage(window, 'globalThis.wentThrough = true'), 'blocked');
  },
  'it holds no foreign frame, and a frame inside gets no port': async ({ app, window }) => {
    await app.evaluate(({ ipcMain }) => {
      globalThis.portsSeen = 0;
      for (const name of ipcMain.eventNames())
        ipcMain.on(name, () => {
          globalThis.portsSeen += 1;
        });
    });
    await window.evaluate(async (url) => {
      for (const set of [{ src: url }, { srcdoc: '<p>inside</p>' }, { src: 'about:blank' }]) {
        const frame = Object.assign(document.createElement('iframe'), set);
        document.body.append(frame);
        await new Promise((resolve) => setTimeout(resolve, 300));
        const { port1 } = new MessageChannel();
        // As a page inside would ask: the message the bridge listens for, from another window.
        frame.contentWindow?.postMessage({ type: 'regulars:connect' }, '*', [port1]);
        frame.remove();
      }
    }, foreign);
    await window.waitForTimeout(300);
    assert.equal(await app.evaluate(() => globalThis.portsSeen), 0);
  },
  'it gets no permission': async ({ window }) => {
    const answers = await window.evaluate(async () => [
      await Notification.requestPermission(),
      await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      ),
      await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('denied'),
        ),
      ),
    ]);
    assert.deepEqual([...new Set(answers)], ['denied']);
  },
};

export default async ({ app, window, log }) => {
  await window.getByRole('heading').first().waitFor();
  for (const [what, check] of Object.entries(checks)) {
    await check({ app, window });
    log(`holds: ${what}`);
  }
};
