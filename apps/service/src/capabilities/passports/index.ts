export { productsBetween } from './catalogue-queries.ts';
