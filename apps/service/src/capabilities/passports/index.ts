export { consented } from './queries.ts';
export { productsBetween } from './catalogue-queries.ts';
