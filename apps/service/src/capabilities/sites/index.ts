export { allowKeeper, enterSite, type SiteRelation } from './access.ts';
export { enterKnownStatus } from './known-status.ts';
export { statusPeriodsOf } from './status-store.ts';
