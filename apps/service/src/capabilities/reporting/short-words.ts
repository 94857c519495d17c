import type { OutlineStep } from '@stazhirovka/domain/cohorts';

const BY_KIND: Record<OutlineStep['kind'], string> = {
	attendance: 'Очно',
	form: 'Карта',
	group_form: 'Видео',
	diagnosis: 'Диагностика',
	deficit_card: 'Дефициты',
	learning_route: 'Маршрут',
	task: 'Задание',
	effectiveness_card: 'Результативность',
	final_work: 'Работа',
	reviews: 'Рецензии',
	result: 'Итог',
	survey: 'Анкета',
	certificate: 'Документ'
};

const BY_FORM: Record<string, string> = { correlation_card: 'Соотнесение', blank_plan: 'Пустографка' };

/** The head of a narrow column: one word, and the number of a task. */
export function shortWord({ kind, key, form }: OutlineStep): string {
	if (kind === 'task') return `${BY_KIND.task} ${key.split('.')[1]}`;
	return (form !== null && BY_FORM[form]) || BY_KIND[kind];
}
