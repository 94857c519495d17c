import type { Finding } from '@stazhirovka/contract/finding';
import { readProgrammeDocument } from '@stazhirovka/contract/programmes';
import { unstorablePlaces } from '@stazhirovka/domain/imports';
import {
	checkSound,
	compile,
	type CompiledProgramme,
	type ProgrammeDocument
} from '@stazhirovka/domain/programmes';

export type CheckedFile =
	| ({ ok: true; document: ProgrammeDocument } & CompiledProgramme)
	/** `siteKey`: where the file says it belongs, when so much could be read. */
	| { ok: false; siteKey: string | null; findings: Finding[] };

/**
 * A programme file with what decides and what is filled in, or its faults with their places: those of its shape and,
 * as far as the shape lets read, those of what it says.
 */
export function checkFile(file: unknown): CheckedFile {
	const read = readProgrammeDocument(file);
	if (!read.ok) return { ok: false, ...asFarAsRead(file, read.findings) };
	const unstorable = unstorablePlaces(file);
	if (unstorable.length) return { ok: false, siteKey: null, findings: unstorable.map(notStorable) };

	const document = file as ProgrammeDocument;
	const compiled = compile(document);
	if (!compiled.ok) {
		return { ok: false, siteKey: document.site_key, findings: compiled.refusal.details.findings };
	}
	return { ok: true, document, ...compiled.value };
}

function asFarAsRead(file: unknown, shape: Finding[]): { siteKey: string | null; findings: Finding[] } {
	const unsound = new Set(shape.map(({ place }) => place.split('.')[0] ?? ''));
	if (typeof file !== 'object' || file === null || unsound.has('')) return { siteKey: null, findings: shape };

	const { site_key: siteKey } = file as ProgrammeDocument;
	return {
		siteKey: unsound.has('site_key') ? null : siteKey,
		findings: [...shape, ...checkSound(file, unsound)]
	};
}

function notStorable(place: string): Finding {
	return { place, code: 'text.not_storable', severity: 'error' };
}
