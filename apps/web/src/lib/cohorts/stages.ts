import type { Path, PathStep } from '@stazhirovka/contract/cohorts';
import type { Stage, Step, Tone } from '@stazhirovka/ui';
import { m } from '#lib/paraglide/messages.js';
import { shortDay } from '#lib/shell/dates.ts';

type Address = (step: PathStep) => string | undefined;

/** The path of an intern as the pictures want it: one stage a module, the next step marked. */
export function stagesOf(path: Pick<Path, 'modules' | 'next'>, href: Address): Stage[] {
	return path.modules.map((module) => {
		const done = module.steps.filter(({ state }) => state === 'done').length;
		const begun = module.steps.some(({ state }) => state !== 'locked');

		return {
			title: module.title,
			over: m.intern_module({ n: module.n }),
			note: module.result ?? undefined,
			share: m.intern_share({ done, total: module.steps.length }),
			tone: done === module.steps.length ? 'done' : begun ? 'open' : 'locked',
			steps: module.steps.map((step, place) => ({
				...toStep(step, href, path.next?.key === step.key),
				reason: newReason(step, module.steps[place - 1])
			}))
		};
	});
}

function toStep(step: PathStep, href: Address, current: boolean): Step {
	return {
		id: step.key,
		title: titleOf(step),
		tone: toneOf(step),
		state: stateText(step),
		href: step.state === 'locked' ? undefined : href(step),
		note:
			step.dueOn && (step.state === 'open' || step.state === 'locked')
				? m.intern_due({ date: shortDay(step.dueOn) })
				: undefined,
		current
	};
}

/** A place for a task is only a number until the route says which task stands there. */
export function titleOf({ key, title, place }: PathStep): string {
	const [, n] = /^task\.(\d+)$/.exec(key) ?? [];
	return n && place === null ? m.intern_task_n({ n }) : title;
}

/** A row of steps closed for one and the same reason gives it once. */
function newReason(step: PathStep, before: PathStep | undefined): string | undefined {
	if (!step.reason || step.state === 'done') return undefined;

	const words = reasonText(step.reason);
	return before?.reason && step.state === 'locked' && reasonText(before.reason) === words ? undefined : words;
}

function toneOf({ state, late }: Pick<PathStep, 'state' | 'late'>): Tone {
	return late && state !== 'done' ? 'late' : state;
}

function stateText({ state, late, doneOn }: Pick<PathStep, 'state' | 'late' | 'doneOn'>): string {
	if (state === 'done' && doneOn) return m.intern_done_on({ date: shortDay(doneOn) });
	return m.intern_step_state({ state: late && state !== 'done' ? 'late' : state });
}

export function reasonText({ code, details = {} }: NonNullable<PathStep['reason']>): string {
	// A step that the programme does not have cannot be named.
	const known = code !== 'path.after' || details.step ? code : '';
	return m.intern_reason({ code: known, step: details.step ?? '' });
}
