export { allowKeeper, keptScope } from './access.ts';
export { enterAct, registerAct } from './acts/acts.ts';
export { enterApplication, type ApplicationFacts } from './applications/access.ts';
export { moveTo } from './applications/moves.ts';
export { lockedApplication } from './applications/locked.ts';
export { enterKnownStatus } from './acts/known-status.ts';
export { findSite, type SiteFacts } from './site-store.ts';
export { lockSite, statusPeriodsOf, statusPeriodsOfAll } from './acts/status-store.ts';
export { allowWhileActive } from './working.ts';
