export { allowKeeper, enterSite, type SiteRelation } from './access.ts';
export { enterAct, type GivenAct } from './acts.ts';
export { moveTo } from './application-moves.ts';
export { lockedApplication, type LockedApplication } from './locked-application.ts';
export { enterKnownStatus } from './known-status.ts';
export { statusPeriodsOf } from './status-store.ts';
