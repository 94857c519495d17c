import { outline, stepPlace, type OutlineStep } from '@stazhirovka/domain/cohorts';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import type { Stage, Step } from '@stazhirovka/ui';
import { m } from '#lib/paraglide/messages.js';

/** The path that a draft promises: every step can be looked at, none is closed; tasks are those of a route without deficits. */
export function previewStages(document: ProgrammeDocument, base: string): Stage[] {
	const { modules, tasks } = outline(document);
	const { developing_set: set, length } = document.route_rules;
	const route = (set.length > 0 ? set : Object.keys(tasks)).slice(0, length);

	return modules.map(({ n, title, hours, result, steps }) => ({
		title: title || m.intern_module({ n }),
		over: m.intern_module({ n }),
		note: result ?? undefined,
		share: m.public_hours({ count: hours }),
		tone: 'open',
		steps: steps.flatMap((step): Step[] => {
			if (step.kind !== 'task') return [toStep(step, stepPlace({ ...step, task: null }, document), base)];
			return route.map((key) => toStep({ ...step, ...tasks[key] }, `tasks/${key}`, base));
		})
	}));
}

function toStep({ title, minutes }: OutlineStep, place: string | null, base: string): Step {
	return {
		title,
		tone: 'open',
		state: minutes ? m.intern_activity_minutes({ count: minutes }) : '',
		href: place === null ? undefined : `${base}/${place}`
	};
}
