import type { Paper } from '@stazhirovka/domain/documents';
import { outlined } from './outline.ts';
import { ask } from './press.ts';
import type { Templates } from './printed.ts';

/** The fonts lack these characters, so the document cannot be printed truthfully. */
export class UnprintableText extends Error {
	readonly characters: string[];

	constructor(characters: string[]) {
		super(`no font has ${characters.join(' ')}`);
		this.characters = characters;
	}
}

export type Rendered = { pdf: Buffer; docx: Buffer };

/**
 * Prints the data by the template as PDF/UA-1, outside the event loop. Equal data give equal bytes.
 * Throws UnprintableText for characters that the fonts do not have.
 */
export async function render<T extends keyof Templates>(template: T, data: Templates[T]): Promise<Buffer> {
	try {
		return await ask({ pdf: template, json: JSON.stringify(data) });
	} catch (error) {
		throw named(error as Error);
	}
}

/** A paper as PDF/UA-1 and as a Word file. Equal papers give equal bytes. Throws UnprintableText. */
export async function renderPaper(paper: Paper): Promise<Rendered> {
	const set = outlined(paper);
	const pdf = await render('paper', set);
	return { pdf, docx: await ask({ word: set }) };
}

/** Only the PDF, for what is printed and not kept. */
export function renderPdf(paper: Paper): Promise<Buffer> {
	return render('paper', outlined(paper));
}

/** Only the Word file, for what people go on writing. */
export function renderWord(paper: Paper): Promise<Buffer> {
	return ask({ word: outlined(paper) });
}

function named(error: Error): Error {
	const characters = [...error.message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(
		(match) => match[1] ?? ''
	);
	return characters.length ? new UnprintableText(characters) : error;
}
