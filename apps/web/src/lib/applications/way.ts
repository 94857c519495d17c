import type { Application } from '@stazhirovka/contract/applications';
import type { Step } from '@stazhirovka/ui';
import { m } from '#lib/paraglide/messages.js';

type Facts = Pick<Application, 'state' | 'direct' | 'way'>;
type Standing = 'done' | 'now' | 'yours' | 'later' | 'over';

const TONES = { done: 'done', now: 'waiting', yours: 'need', later: 'locked', over: 'plain' } as const;

/**
 * The way to the status as steps: the applicant's own first, then those of the regulation. `links`: where what a step has
 * left can be opened.
 */
export function wayOf({ state, direct, way }: Facts, links: Partial<Record<string, string>> = {}): Step[] {
	const over = state === 'declined' || state === 'withdrawn';
	const open = state === 'draft' || state === 'returned';
	const own = direct ? 'register' : 'fill';
	const first = toStep(own, open ? 'yours' : over && state === 'withdrawn' ? 'over' : 'done', null);
	const rest = way.map(({ step, state: at, by }) => {
		const href = links[step];
		return { ...toStep(step, over ? 'over' : at, by), ...(href && { href }) };
	});
	return [first, ...rest];
}

function toStep(step: string, standing: Standing, by: string | null): Step {
	return {
		title: m.applications_step({ step }),
		tone: TONES[standing],
		state: m.applications_step_state({ state: standing }),
		current: standing === 'now' || standing === 'yours',
		...(by && { reason: by })
	};
}
