import { readDocx, readPdf } from '@stazhirovka/pdf';
import type { Api } from '../../api.ts';
import { expect } from '../../fixtures.ts';

/** Both files of a paper, read with tools that are not ours, say these words. */
export async function readBack(api: Api, base: string, words: readonly string[]): Promise<void> {
	const pdf = readPdf(await api.download(`${base}/file.pdf`)).text;
	const { text: word } = await readDocx(await api.download(`${base}/file.docx`));
	for (const phrase of words) {
		const told = phrase.replace(/\s+/g, ' ').trim();
		expect(pdf).toContain(told);
		expect(word).toContain(told);
	}
}
