import type { ProgrammeActivity, ProgrammeDocument, ProgrammeModule } from '../../programmes/document.ts';

export type StepKind =
	| 'attendance'
	| 'form'
	| 'group_form'
	| 'diagnosis'
	| 'deficit_card'
	| 'learning_route'
	| 'task'
	| 'effectiveness_card'
	| 'final_work'
	| 'reviews'
	| 'result'
	| 'survey'
	| 'certificate';

/** `key` is the same for every intern of a cohort: `form.blank_plan`, `task.3`. Words are the programme's own. */
export type OutlineStep = {
	key: string;
	kind: StepKind;
	title: string;
	minutes: number | null;
	form: string | null;
};

export type OutlineModule = {
	n: number;
	title: string;
	hours: number;
	result: string | null;
	steps: OutlineStep[];
};

/** The programme as steps, before anybody has walked it. */
export type Outline = {
	modules: OutlineModule[];
	tasks: Record<string, { title: string; minutes: number }>;
	/** How many tasks a route has as a rule. */
	routeLength: number;
};

type Document = Pick<
	ProgrammeDocument,
	| 'modules'
	| 'forms'
	| 'tasks'
	| 'diagnostic'
	| 'final_work'
	| 'rubric'
	| 'survey'
	| 'document'
	| 'route_rules'
>;

/** Forms that have a step of their own kind, or that belong to the steps of another. */
const NO_CARD = ['deficit_card', 'route_form', 'effectiveness_card', 'self_check', 'self_analysis'];

/** The steps that a programme's modules ask of an intern, in order; its tasks are one step until they are counted. */
export function outline(document: Document): Outline {
	return {
		modules: document.modules.map((module) => ({
			n: module.n,
			title: module.title,
			hours: module.hours,
			result: module.result ?? null,
			steps: activitySteps(document, module).flatMap(({ steps }) => steps)
		})),
		tasks: Object.fromEntries(document.tasks.map(({ key, title, minutes }) => [key, { title, minutes }])),
		routeLength: document.route_rules.length
	};
}

/** What each activity of a module asks of an intern, in order; one that asks for nothing has no steps. */
export function activitySteps(
	document: Document,
	module: ProgrammeModule
): { activity: ProgrammeActivity | null; steps: OutlineStep[] }[] {
	return [
		...attendance(module),
		...module.activities.map((activity) => ({ activity, steps: stepsOf(document, activity) }))
	];
}

/** The outline with so many places for tasks: `task.1`, `task.2` …, alike for all interns of a cohort. */
export function withTasks(plain: Outline, count: number): Outline {
	const places = (step: OutlineStep) =>
		Array.from({ length: count }, (_, n) => ({ ...step, key: `task.${n + 1}` }));

	return {
		...plain,
		modules: plain.modules.map((module) => ({
			...module,
			steps: module.steps.flatMap((step) => (step.kind === 'task' ? places(step) : [step]))
		}))
	};
}

/** Coming is a step of a module held in person, named by what it begins with (R83, R97). */
function attendance(module: ProgrammeModule) {
	const activity = module.activities.find(({ kind }) => kind === 'presentation') ?? null;
	if (module.mode !== 'offline') return [];
	return [
		{ activity, steps: [step('attendance', activity?.title ?? module.title, activity?.minutes ?? null)] }
	];
}

function stepsOf(document: Document, activity: ProgrammeActivity): OutlineStep[] {
	const { title, minutes, kind } = activity;

	switch (kind) {
		case 'diagnostic':
			return [
				step('diagnosis', document.diagnostic.title, minutes),
				step('deficit_card', formTitle(document, 'deficit_card', title), null)
			];
		case 'planning':
			return [step('learning_route', formTitle(document, 'route_form', title), minutes)];
		case 'tasks':
			return [step('task', title, null)];
		case 'final_work':
			return [step('final_work', document.final_work.title, minutes)];
		case 'peer_review':
			return [step('reviews', document.rubric.title, minutes), step('result', title, null)];
		case 'completion':
			return [
				step('survey', document.survey.title, minutes),
				step('certificate', document.document.title, null)
			];
		case 'form':
			if (activity.forms.includes('effectiveness_card')) {
				return [step('effectiveness_card', formTitle(document, 'effectiveness_card', title), minutes)];
			}
			return cards(document, activity);
		default:
			return cards(document, activity);
	}
}

function cards(document: Document, { forms, title, minutes }: ProgrammeActivity): OutlineStep[] {
	return forms
		.filter((form) => document.forms[form] && !NO_CARD.includes(form))
		.map((form) => {
			const kind = isGroupForm(document, form) ? 'group_form' : 'form';
			return { ...step(kind, formTitle(document, form, title), minutes), key: `form.${form}`, form };
		});
}

/** A card for each recording is filled by the group together (R88, R89). */
function isGroupForm(document: Document, form: string): boolean {
	return document.forms[form]?.filled_by === 'group' || document.forms[form]?.per === 'video';
}

function formTitle(document: Document, form: string, otherwise: string): string {
	return document.forms[form]?.title ?? otherwise;
}

function step(kind: StepKind, title: string, minutes: number | null): OutlineStep {
	return { key: kind, kind, title, minutes, form: null };
}
