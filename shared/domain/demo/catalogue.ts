import type { SeededRandom } from './seeded-random.ts';

/** Part of the day, counted from the opening hour. */
export type DayPart = 'morning' | 'midday' | 'afternoon';

/** What a made-up shop sells; its name and category are in the translations under `demo`. */
export interface DemoItem<K extends string = string, C extends string = string> {
  readonly key: K;
  readonly category: C;
  /** Price at the level of the euro, hundredths. */
  readonly euroCents: number;
  /** Place among the quick items of the till. */
  readonly quickPosition: number | null;
  /** How often it is somebody's main thing in the morning, at midday, in the afternoon. */
  readonly main: readonly [number, number, number];
  /** How often it goes with something else. */
  readonly aside: number;
}

const item = <K extends string, C extends string>(
  key: K,
  category: C,
  euroCents: number,
  quickPosition: number | null,
  main: readonly [number, number, number],
  aside: number,
): DemoItem<K, C> => ({ key, category, euroCents, quickPosition, main, aside });

const cafeItems = [
  item('filterCoffee', 'coffee', 320, 1, [30, 12, 22], 0),
  item('oatFlatWhite', 'coffee', 480, 2, [16, 5, 10], 0),
  item('cinnamonBun', 'bakery', 420, 3, [2, 1, 3], 22),
  item('soupLunch', 'lunch', 1290, 4, [0, 24, 1], 0),
  item('cappuccino', 'coffee', 420, 5, [14, 6, 12], 0),
  item('latte', 'coffee', 460, 6, [10, 4, 9], 0),
  item('tea', 'drinks', 340, 7, [6, 5, 9], 2),
  item('croissant', 'bakery', 360, 8, [3, 0, 1], 16),
  item('espresso', 'coffee', 280, null, [5, 6, 3], 0),
  item('hotChocolate', 'drinks', 450, null, [1, 1, 4], 0),
  item('icedLatte', 'coffee', 520, null, [2, 2, 4], 0),
  item('orangeJuice', 'drinks', 400, null, [1, 1, 1], 8),
  item('karelianPasty', 'bakery', 320, null, [2, 1, 0], 12),
  item('cheeseSandwich', 'lunch', 650, null, [2, 10, 2], 6),
  item('salad', 'lunch', 1190, null, [0, 12, 0], 0),
  item('quiche', 'lunch', 840, null, [0, 9, 1], 0),
  item('carrotCake', 'bakery', 540, null, [0, 1, 4], 10),
  item('brownie', 'bakery', 420, null, [0, 0, 2], 9),
  item('bagOfBeans', 'toTakeHome', 1250, null, [0, 0, 0], 1),
] as const;

const salonItems = [
  item('haircutLong', 'cut', 6200, 1, [22, 22, 22], 0),
  item('rootColour', 'colour', 8800, 2, [16, 16, 16], 0),
  item('highlightsHalf', 'colour', 12_400, 3, [8, 8, 8], 0),
  item('blowDry', 'styling', 3800, 4, [4, 4, 8], 18),
  item('haircutShort', 'cut', 3800, 5, [20, 20, 20], 0),
  item('beardTrim', 'cut', 2400, 6, [6, 6, 6], 8),
  item('careTreatment', 'care', 2800, 7, [2, 2, 2], 14),
  item('shampoo', 'toTakeHome', 1800, 8, [0, 0, 0], 8),
  item('haircutChild', 'cut', 2600, null, [5, 5, 8], 0),
  item('fullColour', 'colour', 10_800, null, [6, 6, 4], 0),
  item('balayage', 'colour', 16_500, null, [3, 3, 2], 0),
  item('updo', 'styling', 7500, null, [1, 1, 2], 0),
  item('fringeTrim', 'cut', 1200, null, [2, 2, 3], 4),
  item('browTint', 'care', 2200, null, [2, 2, 2], 10),
  item('hairOil', 'toTakeHome', 2400, null, [0, 0, 0], 5),
] as const;

export type DemoItemKey = (typeof cafeItems)[number]['key'] | (typeof salonItems)[number]['key'];
export type DemoCategory = (typeof cafeItems)[number]['category'] | (typeof salonItems)[number]['category'];
export type CatalogueItem = DemoItem<DemoItemKey, DemoCategory>;

/** What a shop of a kind sells. */
export function demoCatalogue(kind: 'cafe' | 'salon' | 'other'): readonly CatalogueItem[] {
  return kind === 'salon' ? salonItems : cafeItems;
}

const partIndex: Readonly<Record<DayPart, 0 | 1 | 2>> = { morning: 0, midday: 1, afternoon: 2 };

/** One line of a made-up order: the place in the catalogue and how many. */
export interface BasketLine {
  readonly item: number;
  readonly quantity: number;
}

/** What somebody orders at that part of the day: a main thing, often with something beside it, now and then two of it. */
export function fillBasket(
  random: SeededRandom,
  catalogue: readonly CatalogueItem[],
  part: DayPart,
): readonly BasketLine[] {
  const places = catalogue.map((_, index) => index);
  const main = random.weighted(places, (place) => catalogue[place]?.main[partIndex[part]] ?? 0);
  const lines: BasketLine[] = [{ item: main, quantity: random.chance(0.06) ? 2 : 1 }];
  if (random.chance(0.4)) {
    const aside = random.weighted(places, (place) => (place === main ? 0 : (catalogue[place]?.aside ?? 0)));
    lines.push({ item: aside, quantity: 1 });
  }
  return lines;
}
