export { lastDayOf } from './due.ts';
export { paceOf, type Pace, type PaceOfStep, type Walked } from './pace.ts';
