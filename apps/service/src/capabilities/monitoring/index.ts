export { countAgain } from './reckoning-store.ts';
export { keepFigures } from './reckoning.ts';
