export { documentOf } from './document.ts';
export { reserveNumber } from './store.ts';
