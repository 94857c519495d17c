import { loadAgreement } from '#lib/server/agreement-page.ts';

export const load = loadAgreement;
