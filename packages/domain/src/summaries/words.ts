import type { Subject } from './definition.ts';

export const SUBJECT_TITLES: Record<Subject, string> = {
	site: 'Площадка',
	municipality: 'Муниципалитет',
	regulation: 'Положение',
	programme: 'Программа',
	cohort: 'Поток',
	tutor: 'Тьютор',
	deficit: 'Дефицит',
	deficit_place: 'Дефицит',
	school: 'Школа'
};
