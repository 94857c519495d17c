export { approvalsOf, approvalsOfAll, insertApproval, stateOfVersion } from './approvals-store.ts';
export { checkFile } from './file.ts';
export { loadProgramme, lockVersion, removeWaiting, type FrozenProgramme } from './store.ts';
export { stepsAt } from './steps.ts';
export { storeCandidate } from './storing.ts';
export { toSteps } from './view.ts';
