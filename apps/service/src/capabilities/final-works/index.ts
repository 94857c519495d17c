export { asColleaguesSee } from './attachments.ts';
export { worksAwaitingDecision } from './awaiting.ts';
