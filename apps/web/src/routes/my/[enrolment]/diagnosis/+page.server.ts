import { diagnosisActions, loadDiagnosis } from '#lib/server/diagnosis-page.ts';

export const load = (event) => loadDiagnosis(event, 'entry');
export const actions = diagnosisActions('entry', (enrolment) => `/my/${enrolment}/deficit-card`);
