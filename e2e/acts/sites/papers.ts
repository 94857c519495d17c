import { readDocx, readPdf } from '@stazhirovka/pdf';
import type { Api } from '../../api.ts';
import { expect } from '../../fixtures.ts';

/** Where a line of a narrow column breaks inside a word. */
const BROKEN = /[\u00ad\u2010-]\s+/g;

/**
 * Both files of a paper, read with tools that are not ours, say these phrases. Word files tell them whole; in a PDF the
 * lines of neighbouring columns stand side by side, so there each word is looked for.
 */
export async function readBack(api: Api, base: string, phrases: readonly string[]): Promise<void> {
	const pdf = readPdf(await api.download(`${base}/file.pdf`)).text.replace(BROKEN, '');
	const { text } = await readDocx(await api.download(`${base}/file.docx`));
	for (const phrase of phrases) {
		const told = phrase.replace(/\s+/g, ' ').trim();
		expect(text).toContain(told);
		for (const word of told.split(' ')) expect(pdf).toContain(word.replace(BROKEN, ''));
	}
}
