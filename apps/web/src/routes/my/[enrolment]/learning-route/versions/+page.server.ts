import { loadVersions } from '#lib/server/learning-route-page.ts';

export const load = loadVersions;
