import type { DeficitCard } from '@stazhirovka/contract/diagnostics';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { m } from '#lib/paraglide/messages.js';

/** As much as the service keeps for a row. */
const LONGEST = 2000;

/** What confirms each deficit that is there, as a form: it is saved, kept and compared like any other sheet. */
export function evidenceForm({ rows }: Pick<DeficitCard, 'rows'>): FormDefinition {
	const present = rows.filter(({ effectiveLevel }) => effectiveLevel !== 'none');
	const fields = present.map(({ deficit, title, text }) => {
		return {
			key: deficit,
			label: title,
			hint: text,
			kind: 'longText',
			maxLength: LONGEST,
			guarded: true
		} as const;
	});
	return { key: 'evidence', title: m.diagnostics_evidence_title(), sections: [{ key: 'evidence', fields }] };
}

export function evidenceIn({ rows }: Pick<DeficitCard, 'rows'>): Answer {
	return Object.fromEntries(rows.map(({ deficit, evidence }) => [deficit, evidence]));
}
