import type { RegulationContent } from '@stazhirovka/contract/regulations';
import { m } from '#lib/paraglide/messages.js';
import { dayText, monthText } from '#lib/shell/dates.ts';

type Fact = { label: string; value: string };

/** What the source does not tell is said so, and never left out. */
export function told(label: string, value: string | null | undefined): Fact {
	return { label, value: value || m.regulations_untold() };
}

/** For what a source need not have: nothing where there is nothing. */
export function ifAny(label: string, value: string | string[] | null | undefined): Fact[] {
	const words = Array.isArray(value) ? value.join('; ') : value;
	return words ? [{ label, value: words }] : [];
}

export function yesNo(value: boolean | null): string {
	return value === null ? '' : value ? 'yes' : 'no';
}

/** «не дольше 36 месяцев», «до конца проекта: май 2023 г.» */
export function termWords({ kind, maxMonths, ends }: RegulationContent['term']): string {
	return m.regulations_term_words({ kind, months: maxMonths ?? 0, ends: dateWords(ends ?? '') });
}

/** With the words of the source, so that nobody has to trust ours. */
export function termWithSource(term: RegulationContent['term']): string {
	return m.regulations_term_source({ words: termWords(term), text: term.text });
}

export function titled(title: string | null, annex: string | null): string {
	return title && annex ? m.regulations_annex({ title, annex }) : (title ?? annex ?? '');
}

/** The days of a version: with no end while nothing follows it. */
export function daysWords({
	inForceFrom,
	inForceTo
}: {
	inForceFrom: string;
	inForceTo: string | null;
}): string {
	return m.regulations_in_force(openPeriod(inForceFrom, inForceTo));
}

export function openPeriod(from: string, to: string | null) {
	return { open: to ? 'no' : 'yes', from: dayText(from), to: to ? dayText(to) : '' };
}

/** A day or a month; what is neither is told in the words of the source. */
export function dateWords(date: string): string {
	const isMonth = /^\d{4}-\d{2}$/.test(date);
	const isDate = isMonth || /^\d{4}-\d{2}-\d{2}$/.test(date);
	if (!isDate || Number.isNaN(Date.parse(date))) return date;
	return isMonth ? monthText(date) : dayText(date);
}
