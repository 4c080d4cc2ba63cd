export { median } from './median.ts';
export { excludesZero, newcombe, type Share, type ShareDifference } from './newcombe.ts';
export { type Interval, wilson, z95 } from './wilson.ts';
