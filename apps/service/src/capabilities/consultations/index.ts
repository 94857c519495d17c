export { leaveConsultations } from './giving-back.ts';
export { feedSince } from './feeds-store.ts';
export { findOffer } from './queries.ts';
