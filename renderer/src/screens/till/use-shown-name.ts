import { shortName } from '../../components/short-name.ts';
import { useShop } from '../../shell/shop-context.tsx';

const whole = (name: string): string => name;

/** How the till writes the names of those who do not stand before it, where the shop says that others can read along. */
export const useShownName = (): ((name: string) => string) => (useShop().till.shortNames ? shortName : whole);
