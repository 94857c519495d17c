import type { PartName, ProgrammeFields } from './field.ts';
import { competency } from './parts/competency.ts';
import { diagnostic } from './parts/diagnostic.ts';
import { explanatoryNote } from './parts/explanatory-note.ts';
import { forms } from './parts/forms.ts';
import { materials } from './parts/materials.ts';
import { modules } from './parts/modules.ts';
import { completion, finalWork, rubric, survey } from './parts/outcome.ts';
import { exercises, routeRules, tasks } from './parts/tasks.ts';
import { titlePage } from './parts/title-page.ts';

/** Every key of a programme and how it is edited, in the order of a file. */
export const OUTLINE: ProgrammeFields = {
	...titlePage,
	...explanatoryNote,
	...competency,
	...modules,
	...forms,
	...diagnostic,
	...tasks,
	...routeRules,
	...exercises,
	...materials,
	...finalWork,
	...rubric,
	...survey,
	...completion
};

/** The constructor's pages in the order of writing, each with the parts of the document that it edits. */
export const CHAPTERS = {
	'title-page': keysOf(titlePage),
	note: keysOf(explanatoryNote),
	deficits: keysOf(competency),
	modules: keysOf(modules),
	forms: keysOf(forms),
	diagnostic: keysOf(diagnostic),
	tasks: keysOf(tasks),
	route: keysOf(routeRules),
	exercises: keysOf(exercises),
	materials: ['materials', 'videos'],
	'final-work': keysOf(finalWork),
	rubric: keysOf(rubric),
	survey: keysOf(survey),
	completion: keysOf(completion)
} as const satisfies Record<string, readonly PartName[]>;

export type ChapterName = keyof typeof CHAPTERS;

/** The page of the constructor that edits a part. */
export function chapterOf(part: string): ChapterName | null {
	const names = Object.keys(CHAPTERS) as ChapterName[];
	return names.find((name) => CHAPTERS[name].some((one) => one === part)) ?? null;
}

export function isChapter(name: string): name is ChapterName {
	return Object.hasOwn(CHAPTERS, name);
}

function keysOf<K extends PartName>(fields: { readonly [Key in K]: unknown }): K[] {
	return Object.keys(fields) as K[];
}
