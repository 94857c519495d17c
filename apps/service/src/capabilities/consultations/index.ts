export { momentWords } from './letters.ts';
export { findOffer } from './queries.ts';
