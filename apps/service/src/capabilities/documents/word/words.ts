import type { Span, Words } from '@stazhirovka/domain/documents';
import { TextRun, type IRunOptions } from 'docx';

/** Runs of a paragraph; a gap is a line of underscores, which people type over or write on. */
export function runs(text: Words, options: IRunOptions = {}): TextRun[] {
	return (typeof text === 'string' ? [text] : text).flatMap((span) => runsOf(span, options));
}

function runsOf(span: Span, options: IRunOptions): TextRun[] {
	if (typeof span !== 'string') return [new TextRun({ ...options, text: '_'.repeat(span.gap) })];
	return span.split('\n').map((text, n) => new TextRun({ ...options, text, ...(n > 0 && { break: 1 }) }));
}
