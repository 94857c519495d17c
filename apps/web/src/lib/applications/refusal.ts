import type { Application } from '@stazhirovka/contract/applications';
import { m } from '#lib/paraglide/messages.js';
import { explain } from '#lib/problems.ts';
import { stateWords } from './words.ts';

type Refused = { problem?: string; details?: Record<string, unknown> };

/** Words for a refused decision; who came second is told what was decided meanwhile. */
export function refusalWords({ problem = '', details }: Refused): string {
	const state = details?.state;
	if (problem !== 'application.changed_meanwhile' || typeof state !== 'string')
		return explain(problem, details);
	return m.applications_meanwhile({ state: stateWords(state as Application['state']).toLowerCase() });
}
