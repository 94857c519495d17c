import { activitySteps, outline, stepPlace, type OutlineStep } from '@stazhirovka/domain/cohorts';
import type { ProgrammeActivity, ProgrammeDocument, ProgrammeModule } from '@stazhirovka/domain/programmes';
import type { Stage, Step } from '@stazhirovka/ui';
import { m } from '#lib/paraglide/messages.js';
import { titleOfActivity } from './activity.ts';

/**
 * The path that a draft promises: every step can be looked at, none is closed; tasks are those of a route without
 * deficits. An activity at which there is nothing to fill in stands in its place all the same.
 */
export function previewStages(document: ProgrammeDocument, base: string): Stage[] {
	const { tasks } = outline(document);
	const { developing_set: set, length } = document.route_rules;
	const route = (set.length > 0 ? set : Object.keys(tasks)).slice(0, length);

	return document.modules.map((module) => ({
		title: module.title || m.intern_module({ n: module.n }),
		over: m.intern_module({ n: module.n }),
		note: module.result || undefined,
		share: m.public_hours({ count: module.hours }),
		tone: 'open',
		steps: shownOf(document, module).flatMap(({ activity, steps }) => {
			if (activity && steps.length === 0) return [plainStep(activity, base)];
			return steps.flatMap((step): Step[] => {
				const named = { ...step, title: step.title || (activity ? titleOfActivity(activity) : '') };
				if (step.kind !== 'task') return [toStep(named, stepPlace({ ...step, task: null }, document), base)];
				return route.map((key) => toStep({ ...named, ...tasks[key] }, `tasks/${key}`, base));
			});
		})
	}));
}

/** Coming together is the step of the activity that a module in person begins with: it is not shown twice. */
function shownOf(document: ProgrammeDocument, module: ProgrammeModule) {
	const all = activitySteps(document, module);
	return all.filter(
		({ activity, steps }) =>
			steps.length > 0 || !all.some((other) => other.activity === activity && other.steps.length > 0)
	);
}

function plainStep(activity: ProgrammeActivity, base: string): Step {
	return {
		title: titleOfActivity(activity),
		tone: 'open',
		state: m.designing_no_card({ minutes: m.intern_activity_minutes({ count: activity.minutes }) }),
		href: `${base}/activities/${activity.key}`
	};
}

function toStep({ title, minutes }: OutlineStep, place: string | null, base: string): Step {
	return {
		title,
		tone: 'open',
		state: minutes ? m.intern_activity_minutes({ count: minutes }) : '',
		href: place === null ? undefined : `${base}/${place}`
	};
}
