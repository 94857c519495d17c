import { fileAddress } from '@stazhirovka/domain/materials';
import type { ProgrammeActivity, ProgrammeDocument, ProgrammeModule } from '@stazhirovka/domain/programmes';
import { missing } from '../../shell/errors.ts';
import { CARDS, GROUP_CARDS } from '../forms/index.ts';
import type { FrozenProgramme } from '../programmes/index.ts';

/** The in-person module: the rows of the run sheet are its activities (R82). */
export function firstModule({ modules }: ProgrammeDocument): ProgrammeModule {
	return modules.toSorted((a, b) => a.n - b.n)[0] ?? missing('activity');
}

export function findActivity(document: ProgrammeDocument, key: string): ProgrammeActivity {
	return firstModule(document).activities.find((activity) => activity.key === key) ?? missing('activity');
}

export type ActivityForm = { key: string; title: string; group: boolean };

/** The cards of an activity: each intern's own, and beside it the group's where there is one (R84). */
export function formsOf({ forms }: FrozenProgramme, activity: ProgrammeActivity): ActivityForm[] {
	return CARDS.filter((key) => activity.forms.includes(key)).flatMap((key) => {
		const form = forms.get(key);
		if (!form) return [];

		const card = { key, title: form.definition.title, group: false };
		return GROUP_CARDS.includes(key) ? [card, { ...card, group: true }] : [card];
	});
}

export function toMaterial({ key, kind, title, file }: ProgrammeDocument['materials'][number]) {
	return { key, kind, title, fileUrl: fileAddress(file) };
}
