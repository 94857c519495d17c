export {
	enterInnerSite,
	enterToWork,
	innerSites,
	rulesFor,
	type EnteredSite,
	type SitePart
} from './access.ts';
export { beginAppointments } from './becoming-tutor.ts';
export { insertAgreement } from './people-store.ts';
export { sitesOfStaff } from './access-store.ts';
export { findGroup, groupsOf } from './groups-store.ts';
export { agreementsOf, organisationOf, siteFiles, staffOf } from './queries.ts';
export { mayBeNamed, nameablesOf } from './naming-queries.ts';
export { isActive } from './reading.ts';
