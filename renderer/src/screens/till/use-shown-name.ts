import { shortName } from '../../components/short-name.ts';
import { useShop } from '../../shell/shop-context.tsx';

const whole = (name: string): string => name;

/** How names are written where anybody near the till can read them: in today's list and among those who are expected. */
export const useShownName = (): ((name: string) => string) => (useShop().till.shortNames ? shortName : whole);
