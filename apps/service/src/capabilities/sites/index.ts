export { allowKeeper, keptScope } from './access.ts';
export { enterAct, registerAct } from './acts.ts';
export { enterApplication, type ApplicationFacts } from './application-access.ts';
export { moveTo } from './application-moves.ts';
export { lockedApplication } from './locked-application.ts';
export { enterKnownStatus } from './known-status.ts';
export { findSite, type SiteFacts } from './site-store.ts';
export { statusPeriodsOf } from './status-store.ts';
export { allowWhileActive } from './working.ts';
