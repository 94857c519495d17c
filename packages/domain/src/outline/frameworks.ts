/** What the competence of a programme is tied to: a document of the state or of practice, with its codes. */
export type Framework = { key: string; title: string; items: readonly { code: string; title: string }[] };

/** Frameworks that a competence may be aligned with (R43). Areas of deficits are a list of their own. */
export const FRAMEWORKS: readonly Framework[] = [
	{
		key: 'profstandard_544n',
		title: 'Профессиональный стандарт «Педагог» (приказ Минтруда России от 18.10.2013 № 544н), код 01.001',
		items: [
			{ code: 'A/01.6', title: 'Общепедагогическая функция. Обучение' },
			{ code: 'A/02.6', title: 'Воспитательная деятельность' },
			{ code: 'A/03.6', title: 'Развивающая деятельность' },
			{ code: 'B/01.5', title: 'Педагогическая деятельность по реализации программ дошкольного образования' },
			{
				code: 'B/02.6',
				title: 'Педагогическая деятельность по реализации программ начального общего образования'
			},
			{
				code: 'B/03.6',
				title: 'Педагогическая деятельность по реализации программ основного и среднего общего образования'
			},
			{ code: 'B/04.6', title: 'Модуль «Предметное обучение. Математика»' },
			{ code: 'B/05.6', title: 'Модуль «Предметное обучение. Русский язык»' }
		]
	}
];
