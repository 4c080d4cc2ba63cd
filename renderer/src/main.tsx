import './theme/index.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { firstLanguage, setUpTranslations } from './i18n/set-up-translations.ts';
import { applyStoredColorScheme } from './theme/appearance.ts';

applyStoredColorScheme();
await setUpTranslations(firstLanguage());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
