export { allowKeeper, enterSite, type SiteRelation } from './access.ts';
export { enterKnownStatus } from './known-status.ts';
export { findSite, type SiteFacts } from './site-store.ts';
export { statusPeriodsOf } from './status-store.ts';
export { allowWhileActive } from './working.ts';
