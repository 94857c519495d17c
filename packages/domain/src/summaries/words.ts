import { amountText, type Figure } from '../indicators/index.ts';
import type { Subject } from './definition.ts';
import type { Measure } from './measures.ts';

export const SUBJECT_TITLES: Record<Subject, string> = {
	site: 'Площадка',
	municipality: 'Муниципалитет',
	regulation: 'Положение',
	programme: 'Программа',
	cohort: 'Поток',
	deficit: 'Дефицит'
};

export const FEW_WORDS = 'мало данных';

/** A number as people read it: «61,5 %», «3 ч», «7». */
export function figureWords({ unit }: Pick<Measure, 'unit'>, figure: Figure | null): string {
	if (figure === null) return '';
	if (figure.kind === 'few') return FEW_WORDS;
	return amountText(unit, figure.value);
}
