import type { Figure, IndicatorWords } from '@stazhirovka/contract/monitoring';
import { figureWords } from '@stazhirovka/domain/indicators';

/** What is not known yet is told as little as what too few stand behind. */
export function figureText(indicator: Pick<IndicatorWords, 'unit'>, figure: Figure | undefined): string {
	return figureWords(indicator, figure ?? { kind: 'few' });
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
