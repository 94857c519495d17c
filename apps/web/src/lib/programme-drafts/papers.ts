import { m } from '#lib/paraglide/messages.js';

/** What a programme is downloaded as, with the words for what one gets. `address`: of the draft or of the version. */
export function papersOf(address: string): { href: string; words: string }[] {
	return [
		{ href: `${address}/paper.pdf`, words: m.authoring_pdf() },
		{ href: `${address}/paper.docx`, words: m.authoring_docx() },
		{ href: `${address}/file`, words: m.authoring_json() }
	];
}
