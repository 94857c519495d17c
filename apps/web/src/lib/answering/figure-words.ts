import type { AnswerFigures } from '@stazhirovka/contract/answering';
import { m } from '#lib/paraglide/messages.js';

const ONE_DIGIT = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1 });

/** «3,5», or that there is nothing to count yet. */
export function medianText({ medianHours }: AnswerFigures): string {
	return medianHours === null ? m.answering_unknown() : ONE_DIGIT.format(medianHours);
}

/** «85 %» */
export function shareText({ inTime }: AnswerFigures): string {
	return inTime === null ? m.answering_unknown() : m.answering_share({ percent: Math.round(inTime * 100) });
}
