import type { ProgrammeActivity, ProgrammeDocument } from '../../programmes/document.ts';
import type { OutlineStep, StepKind } from './outline.ts';

const PLACES: Partial<Record<StepKind, string>> = {
	diagnosis: 'diagnosis',
	deficit_card: 'deficit-card',
	learning_route: 'learning-route',
	effectiveness_card: 'effectiveness-card',
	final_work: 'final-work',
	reviews: 'reviews',
	result: 'final-work',
	survey: 'survey',
	certificate: 'certificate'
};

type Walked = Pick<OutlineStep, 'kind' | 'form'> & { task: string | null };

/** Where a step is done, relative to the enrolment; `null` while there is nothing to go to. */
export function stepPlace(
	{ kind, form, task }: Walked,
	{ modules }: Pick<ProgrammeDocument, 'modules'>
): string | null {
	if (kind === 'task') return task === null ? null : `tasks/${task}`;

	const activities: ProgrammeActivity[] = modules
		.toSorted((a, b) => a.n - b.n)
		.flatMap((module) => module.activities);
	const activity =
		kind === 'attendance'
			? activities.find((candidate) => candidate.kind === 'presentation')
			: activities.find((candidate) => form !== null && candidate.forms.includes(form));
	return PLACES[kind] ?? (activity ? `activities/${activity.key}` : null);
}
