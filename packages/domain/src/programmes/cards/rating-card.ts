import type { Field, FormDefinition, Level, Section } from '../../forms/index.ts';
import type { ProgrammeDocument, ProgrammeForm } from '../document.ts';
import { fieldOf } from './fields.ts';
import { privacyNote } from './privacy.ts';
import { WORDS } from './words.ts';

/** One level per indicator, in groups by deficit; filled once for each video (R89). */
export function ratingCard(document: ProgrammeDocument, key: string, form: ProgrammeForm): FormDefinition {
	const levels = (form.scale ?? []).map(({ value, label }) => ({ value, label }));
	const comment = form.comment_field ? [fieldOf(document, form.comment_field)] : [];
	return {
		key,
		title: form.title,
		note: privacyNote(document),
		sections: [
			...document.deficits.flatMap((deficit) => group(form, deficit, levels)),
			...(comment.length > 0 ? [{ key: 'comment', title: WORDS.observation, fields: comment }] : [])
		]
	};
}

function group(form: ProgrammeForm, deficit: { key: string; title: string }, levels: Level[]): Section[] {
	const fields = (form.indicators ?? [])
		.filter((indicator) => indicator.deficit === deficit.key)
		.map(({ key, text }): Field => ({ key, label: text, required: true, kind: 'scale', levels }));
	return fields.length > 0 ? [{ key: deficit.key, title: deficit.title, fields }] : [];
}
