import { fileAddress } from '@stazhirovka/domain/materials';
import {
	openedCards,
	type ProgrammeActivity,
	type ProgrammeDocument,
	type ProgrammeModule
} from '@stazhirovka/domain/programmes';
import { missing } from '../../shell/errors.ts';
import { GROUP_CARDS } from '../forms/index.ts';
import type { FrozenProgramme } from '../programmes/index.ts';

/** The in-person module: the rows of the run sheet are its activities (R82). */
export function firstModule({ modules }: ProgrammeDocument): ProgrammeModule {
	return modules.toSorted((a, b) => a.n - b.n)[0] ?? missing('activity');
}

/** A row of the run sheet. */
export function findRow(document: ProgrammeDocument, key: string): ProgrammeActivity {
	const { activities } = firstModule(document);
	return activities.find((activity) => activity.key === key) ?? missing('activity');
}

/** An activity that has a page, with those of its module that have one too. */
export function findActivity(
	document: ProgrammeDocument,
	key: string
): { activity: ProgrammeActivity; beside: ProgrammeActivity[] } {
	for (const module of document.modules) {
		const beside = withPages(document, module);
		const activity = beside.find((one) => one.key === key);
		if (activity) return { activity, beside };
	}
	return missing('activity');
}

/** All of module 1; of later modules those that open a card: the others are steps with pages of their own. */
function withPages(document: ProgrammeDocument, module: ProgrammeModule): ProgrammeActivity[] {
	if (module === firstModule(document)) return module.activities;
	const cards = openedCards(document);
	return module.activities.filter(({ forms }) => forms.some((form) => cards.includes(form)));
}

/** `perVideo`: filled once for each recording. */
export type ActivityForm = { key: string; title: string; group: boolean; perVideo: boolean };

/** The cards of an activity: each intern's own, and beside it the group's where there is one (R84). */
export function formsOf({ document, forms }: FrozenProgramme, activity: ProgrammeActivity): ActivityForm[] {
	return openedCards(document)
		.filter((key) => activity.forms.includes(key))
		.flatMap((key) => {
			const form = forms.get(key);
			if (!form) return [];

			const perVideo = document.forms[key]?.per === 'video';
			const card = { key, title: form.definition.title, group: false, perVideo };
			return GROUP_CARDS.includes(key) ? [card, { ...card, group: true }] : [card];
		});
}

export function toMaterial({ key, kind, title, file }: ProgrammeDocument['materials'][number]) {
	return { key, kind, title, fileUrl: fileAddress(file) };
}
