import { diagnosisActions, loadDiagnosis } from '#lib/server/diagnosis-page.ts';

export const load = (event) => loadDiagnosis(event, 'exit');
export const actions = diagnosisActions('exit', (enrolment) => `/my/${enrolment}/diagnosis/comparison`);
