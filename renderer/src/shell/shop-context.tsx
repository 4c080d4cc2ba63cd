import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { showLanguage } from '../i18n/set-up-translations.ts';

const ShopContext = createContext<Settings | null>(null);

/** Makes the shop's settings known to every screen and shows the screens in the shop's language. */
export const ShopProvider = ({ settings, children }: { settings: Settings; children: ReactNode }) => {
  const { language } = settings.shop;
  useEffect(() => {
    void showLanguage(language);
  }, [language]);
  return <ShopContext value={settings}>{children}</ShopContext>;
};

/** The shop's settings; only inside the opened shop. */
export const useShop = (): Settings => {
  const settings = useContext(ShopContext);
  if (settings === null) throw new Error('useShop outside of ShopProvider');
  return settings;
};

/** Whether keys are printed on buttons; yes before a shop is open. */
export const useKeyCapsShown = (): boolean => useContext(ShopContext)?.till.keyCaps ?? true;
