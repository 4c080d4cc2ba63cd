import { common as commonEn } from './en/common.ts';
import { customers as customersEn } from './en/customers.ts';
import { failures as failuresEn } from './en/failures.ts';
import { firstRun as firstRunEn } from './en/first-run.ts';
import { imports as importsEn } from './en/imports.ts';
import { items as itemsEn } from './en/items.ts';
import { loyalty as loyaltyEn } from './en/loyalty.ts';
import { month as monthEn } from './en/month.ts';
import { settings as settingsEn } from './en/settings.ts';
import { shell as shellEn } from './en/shell.ts';
import { till as tillEn } from './en/till.ts';
import { common as commonFi } from './fi/common.ts';
import { customers as customersFi } from './fi/customers.ts';
import { failures as failuresFi } from './fi/failures.ts';
import { firstRun as firstRunFi } from './fi/first-run.ts';
import { imports as importsFi } from './fi/imports.ts';
import { items as itemsFi } from './fi/items.ts';
import { loyalty as loyaltyFi } from './fi/loyalty.ts';
import { month as monthFi } from './fi/month.ts';
import { settings as settingsFi } from './fi/settings.ts';
import { shell as shellFi } from './fi/shell.ts';
import { till as tillFi } from './fi/till.ts';

/** Every text of the product: language -> namespace -> key. English is the source of the keys. */
export const resources = {
  en: {
    common: commonEn,
    customers: customersEn,
    failures: failuresEn,
    firstRun: firstRunEn,
    imports: importsEn,
    items: itemsEn,
    loyalty: loyaltyEn,
    month: monthEn,
    settings: settingsEn,
    shell: shellEn,
    till: tillEn,
  },
  fi: {
    common: commonFi,
    customers: customersFi,
    failures: failuresFi,
    firstRun: firstRunFi,
    imports: importsFi,
    items: itemsFi,
    loyalty: loyaltyFi,
    month: monthFi,
    settings: settingsFi,
    shell: shellFi,
    till: tillFi,
  },
} as const;

/** The texts of one language, typed by the English ones. */
export type Resources = (typeof resources)['en'];
