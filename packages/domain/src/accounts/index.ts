export { holds, ROLES, type Grant, type Place, type Role, type Scope } from './grants.ts';
export { mayKeepRules, mayLead, maySeePersonal, ownSites, watchedMunicipalities } from './policy.ts';
export { namesRefusal, normalEmail, passwordRefusal, type Names } from './registration.ts';
