import type { Field, FormDefinition } from '../../forms/index.ts';
import type { ProgrammeDocument } from '../document.ts';
import { privacyNote } from './privacy.ts';
import { REVIEW_COMMENTS, WORDS } from './words.ts';

/** The sheet of a reviewer: a described level for every criterion, and words to the author (R115–R118). */
export function peerCard(document: ProgrammeDocument): FormDefinition {
	const { rubric } = document;
	const comments =
		rubric.comment_fields && rubric.comment_fields.length > 0 ? rubric.comment_fields : REVIEW_COMMENTS;
	return {
		key: 'peer_rubric',
		title: rubric.title,
		note: privacyNote(document),
		sections: [
			{
				key: 'criteria',
				title: WORDS.criteria,
				fields: rubric.criteria.map(({ key, title, levels }): Field => {
					const described = levels.map(({ score, descriptor }) => ({ value: score, label: descriptor }));
					return { key, label: title, required: true, kind: 'scale', levels: described };
				})
			},
			{
				key: 'comments',
				title: WORDS.comments,
				fields: comments.map(({ key, label, required, min_chars }): Field => {
					return { key, label, required, kind: 'longText', minLength: min_chars, guarded: true };
				})
			}
		]
	};
}
