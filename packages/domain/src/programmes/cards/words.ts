/** Titles and labels for what every programme has but its author did not word. */
export const WORDS = {
	privacy: 'Не указывайте имя, фамилию, диагноз и другие сведения, по которым можно узнать ребёнка.',
	conditions: 'Условия применения',
	measurements: 'Замеры',
	conclusions: 'Выводы',
	computed: 'Итог',
	marks: 'Отметьте связь',
	ownPractice: 'Из моей практики',
	lesson: 'О занятии',
	stages: 'План по этапам',
	observation: 'Наблюдение',
	goalsAndConditions: 'Мои цели и условия',
	motivation: 'Зачем мне это: ожидаемый результат',
	resources: 'Мои ресурсы и ограничения',
	context: 'Контекст моей организации',
	report: 'Отчёт',
	files: 'Файлы к отчёту',
	filesHint: 'Без фотографий детей и без фамилий в названиях файлов',
	selfCheck: 'Самопроверка',
	selfAnalysis: 'Самоанализ',
	tryout: 'Апробация',
	tryoutDate: 'Дата апробации',
	tryoutWhere: 'Класс и урок',
	tryoutResult: 'Что получилось на самом деле',
	kind: 'Вид работы',
	kindSection: 'Паспорт работы',
	evidence: 'Подтверждения',
	evidenceFiles: 'Файлы',
	criteria: 'Критерии',
	comments: 'Комментарии автору работы',
	agreement: 'Насколько вы согласны?',
	questions: 'Вопросы о программе',
	openQuestions: 'Своими словами',
	nps: '0 – точно нет, 10 – точно да'
} as const;

export const SELF_CHECK_SCALE = [
	{ value: 0, label: 'нет' },
	{ value: 1, label: 'частично' },
	{ value: 2, label: 'да' }
];

export const AGREEMENT_SCALE = [
	{ value: 1, label: 'нет' },
	{ value: 2, label: 'скорее нет' },
	{ value: 3, label: 'отчасти' },
	{ value: 4, label: 'скорее да' },
	{ value: 5, label: 'да' }
];

/** Comments that a reviewer writes when the programme names none (R118). Lengths in characters. */
export const REVIEW_COMMENTS = [
	{ key: 'strength', label: 'Что возьму в свою практику', required: true, min_chars: 80 },
	{ key: 'question', label: 'Вопрос автору', required: true, min_chars: 20 },
	{ key: 'advice', label: 'Рекомендация по развитию компетенции', required: true, min_chars: 80 }
];

/** The four parts of a self-analysis (R112). */
export const SELF_ANALYSIS_PARTS = [
	{ key: 'awareness', title: 'Осознанность применения компетенции' },
	{ key: 'conditions', title: 'Анализ условий её применения' },
	{ key: 'completeness_technology', title: 'Содержательная полнота и технологичность' },
	{ key: 'effectiveness', title: 'Результативность' }
];

export const PASSPORT = ['класс или группа', 'тема', 'дата проведения', 'продолжительность'];

export const COMPUTED: Record<string, string> = {
	baseline_mean: 'Среднее до применения',
	after_mean: 'Среднее после применения',
	change_percent: 'Изменение, %',
	verdict: 'Вывод'
};

/** «дата проведения» → «Дата проведения». */
export function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
