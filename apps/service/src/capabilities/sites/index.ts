export { allowKeeper, enterSite, keptScope, type SiteRelation } from './access.ts';
export { enterAct, registerAct } from './acts.ts';
export {
	enterApplication,
	enterForChange,
	enterForMove,
	type ApplicationFacts,
	type ApplicationRelation
} from './application-access.ts';
export { tellAuthor, type Author } from './application-letters.ts';
export { moveTo } from './application-moves.ts';
export { lockedApplication } from './locked-application.ts';
export { enterKnownStatus } from './known-status.ts';
export { findSite, type SiteFacts } from './site-store.ts';
export { statusPeriodsOf } from './status-store.ts';
export { allowWhileActive } from './working.ts';
