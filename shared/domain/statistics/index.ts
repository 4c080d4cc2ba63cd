export { median } from './median.ts';
export { type Interval, wilson, z95 } from './wilson.ts';
