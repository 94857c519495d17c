import type { Figure, IndicatorWords } from '@stazhirovka/contract/monitoring';
import { m } from '#lib/paraglide/messages.js';

type Unit = Pick<IndicatorWords, 'unit'>;

/** A number as people read it: «61,5 %», «3 ч», «7». */
export function valueText({ unit }: Unit, value: number): string {
	const text = value.toLocaleString('ru-RU');
	if (unit === 'percent') return m.monitoring_percent({ value: text });
	if (unit === 'points')
		return m.monitoring_points({ value: value > 0 ? `+${text}` : text.replace('-', '−') });
	return unit === 'hours' ? m.monitoring_hours({ value: text }) : text;
}

export function figureText(indicator: Unit, figure: Figure | undefined): string {
	return figure?.kind === 'value' ? valueText(indicator, figure.value) : m.monitoring_few();
}

export function valueOf(figure: Figure | undefined): number | null {
	return figure?.kind === 'value' ? figure.value : null;
}

/** «2026/27» of a school year, else its days. */
export function yearText({ from, to }: { from: string; to: string }): string {
	return from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}/${to.slice(2, 4)}`;
}

/** Where the records of a number are opened. */
export function recordsHref(
	indicator: string,
	{ from, to }: { from: string; to: string },
	more: Record<string, string> = {}
): string {
	return `/indicators/${indicator}?${new URLSearchParams({ from, to, ...more }).toString()}`;
}
