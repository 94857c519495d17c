export { keepFigures } from './reckoning.ts';
