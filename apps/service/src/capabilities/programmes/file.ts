import type { Finding } from '@stazhirovka/contract/finding';
import { readProgrammeDocument } from '@stazhirovka/contract/programmes';
import { unstorablePlaces } from '@stazhirovka/domain/imports';
import { compile, type CompiledProgramme, type ProgrammeDocument } from '@stazhirovka/domain/programmes';

export type CheckedFile =
	| ({ ok: true; document: ProgrammeDocument } & CompiledProgramme)
	/** `siteKey`: where the file says it belongs, when so much could be read. */
	| { ok: false; siteKey: string | null; findings: Finding[] };

/** A programme file with what decides and what is filled in, or all its faults at once with their places. */
export function checkFile(file: unknown): CheckedFile {
	const read = readProgrammeDocument(file);
	if (!read.ok) return { ok: false, siteKey: null, findings: read.findings };
	const unstorable = unstorablePlaces(file);
	if (unstorable.length) return { ok: false, siteKey: null, findings: unstorable.map(notStorable) };

	const document = file as ProgrammeDocument;
	const compiled = compile(document);
	if (!compiled.ok) {
		return { ok: false, siteKey: document.site_key, findings: compiled.refusal.details.findings };
	}
	return { ok: true, document, ...compiled.value };
}

function notStorable(place: string): Finding {
	return { place, code: 'text.not_storable', severity: 'error' };
}
