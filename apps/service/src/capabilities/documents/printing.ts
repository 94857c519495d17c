import type { Paper } from '@stazhirovka/domain/documents';
import { fail } from '../../shell/errors.ts';
import { fileName } from './file-name.ts';
import { renderPdf, renderWord, UnprintableText } from './render.ts';

export const MIMES = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
} as const;

export type PrintFormat = keyof typeof MIMES;
export type PrintedFile = { name: string; mime: string; bytes: Buffer };

const RENDER = { pdf: renderPdf, docx: renderWord };

/** A paper as a file that is read and not kept, named by these words. 409 `document.unprintable` names the characters. */
export async function printPaper(
	paper: Paper,
	named: (string | null)[],
	format: PrintFormat
): Promise<PrintedFile> {
	const bytes = await RENDER[format](paper).catch(refuseUnprintable);
	return { name: fileName(named, format), mime: MIMES[format], bytes };
}

/** Tells whoever asked which characters no font has; any other error goes on. */
export function refuseUnprintable(error: unknown): never {
	if (!(error instanceof UnprintableText)) throw error;
	return fail('refused', 'document.unprintable', { characters: error.characters });
}
