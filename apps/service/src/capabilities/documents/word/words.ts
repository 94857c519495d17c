import type { Span, Words } from '@stazhirovka/domain/documents';
import { SoftHyphen, TextRun, type IRunOptions } from 'docx';
import { SOFT_HYPHEN } from './syllables.ts';

/** Runs of a paragraph; a gap is a line of underscores, which people type over or write on. */
export function runs(text: Words, options: IRunOptions = {}): TextRun[] {
	return (typeof text === 'string' ? [text] : text).flatMap((span) => runsOf(span, options));
}

function runsOf(span: Span, options: IRunOptions): TextRun[] {
	if (typeof span !== 'string') return [new TextRun({ ...options, text: '_'.repeat(span.gap) })];
	return span
		.split('\n')
		.map((text, n) => new TextRun({ ...options, ...printed(text), ...(n > 0 && { break: 1 }) }));
}

/** Word shows the sign of a soft hyphen, and breaks lines at its own element. */
function printed(text: string): Pick<IRunOptions, 'text' | 'children'> {
	if (!text.includes(SOFT_HYPHEN)) return { text };
	return {
		children: text.split(SOFT_HYPHEN).flatMap((part, n) => (n > 0 ? [new SoftHyphen(), part] : [part]))
	};
}
