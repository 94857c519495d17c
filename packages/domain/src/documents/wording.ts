import { longDate } from '../certificates/russian.ts';
import type { Gap, Span, Words } from './paper.ts';

/** A line to write on by hand, for what is not known. */
export function gap(label: string, width = 24): Span[] {
	return [{ gap: width, label }];
}

/** What is known, else a line for it. */
export function known(value: string | null | undefined, label: string, width?: number): Words {
	return value?.trim() ? value.trim() : gap(label, width);
}

/** «26 февраля 2027 г.», or «___ ____________ 20__ г.» to be filled. */
export function dayOr(day: string | null | undefined, label = 'дата'): Words {
	if (day) return longDate(day);
	return words`«${gap(`${label}: день`, 4)}» ${gap(`${label}: месяц`, 14)} 20${gap(`${label}: год`, 4)}\u00a0г.`;
}

/** «26.02.2027», as tables have it. */
export function shortDay(day: string): string {
	return day.split('-').toReversed().join('.');
}

/** A sentence with words and gaps in it. */
export function words(strings: TemplateStringsArray, ...values: (Words | number)[]): Words {
	return joined(
		strings.flatMap((text, n) => {
			const value = values[n];
			return value === undefined ? [text] : [text, typeof value === 'number' ? String(value) : value];
		})
	);
}

/** One after another; neighbouring words become one span, and words without gaps a plain text. */
export function joined(parts: readonly Words[]): Words {
	const spans: Span[] = [];
	for (const span of parts.flat()) {
		const last = spans.at(-1);
		if (typeof span === 'string' && typeof last === 'string') spans[spans.length - 1] = last + span;
		else if (span !== '') spans.push(span);
	}
	if (spans.length === 0) return '';
	const [only] = spans;
	return spans.length === 1 && typeof only === 'string' ? only : spans;
}

/** Several of them with something between. */
export function listed(parts: readonly Words[], separator: string): Words {
	return joined(parts.flatMap((part, n) => (n === 0 ? [part] : [separator, part])));
}

/** What stands in the words for whoever cannot see the lines: gaps are left out. */
export function plainText(text: Words): string {
	return typeof text === 'string' ? text : text.filter((span) => !isGap(span)).join('');
}

function isGap(span: Span): span is Gap {
	return typeof span !== 'string';
}
