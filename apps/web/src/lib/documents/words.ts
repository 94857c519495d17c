import type { IssuedDocument } from '@stazhirovka/contract/documents';
import { m } from '#lib/paraglide/messages.js';
import { dayText } from '#lib/shell/dates.ts';

type Named = Pick<IssuedDocument, 'title' | 'number' | 'dated'>;

/** «№ 12 от 26 февраля 2027 г.» */
export function numberWords({ number, dated }: Pick<Named, 'number' | 'dated'>): string {
	const date = dayText(dated);
	return number === null ? m.documents_of({ date }) : m.documents_number_of({ number, date });
}

/** What the document is tied to, a line each. */
export function tiesOf({ order, replaces, replacedBy }: IssuedDocument): string[] {
	const named = (document: Named) => `${document.title} ${numberWords(document)}`;
	return [
		...(order ? [m.documents_annex_to({ title: named(order) })] : []),
		...(replaces ? [m.documents_replaces({ title: named(replaces) })] : []),
		...(replacedBy ? [m.documents_replaced_by({ title: named(replacedBy) })] : [])
	];
}

/** The file in both formats, with words for the eye and for the ear. */
export function formatsOf({ title, pdfPath, wordPath }: IssuedDocument) {
	return [
		{ words: m.documents_pdf(), named: m.documents_pdf_named({ title }), path: pdfPath },
		{ words: m.documents_word(), named: m.documents_word_named({ title }), path: wordPath }
	];
}
