/** The demonstration people of these journeys, as the sign-in page names them. */
export const PEOPLE = {
	leader: 'Полозьев Демьян Игнатович',
	tutor: 'Вереснёва Аглая Тихоновна',
	otherTutor: 'Сухожилло Рада Петровна',
	otherLeader: 'Лысоконь Прохор Евсеевич',
	coordinator: 'Дубравина Любовь Саввична',
	administrator: 'Гречуха Лев Ильич',
	expert: 'Чужеземцева Нонна Тарасовна',
	observer: 'Звонарёва Ульяна Прокловна',
	't-1': 'Ключарёва-Санникова Есения Мироновна',
	't-2': 'Белоколодезных Марфа Лукинична',
	't-3': 'Лысоконь Таисья Евсеевна',
	't-4': 'Заречко Фома Кузьмич',
	't-5': 'Заречнов Эльхан Турал оглы',
	't-6': 'Тан Линь'
} as const;

export type PersonKey = keyof typeof PEOPLE;
export type InternKey = Extract<PersonKey, `t-${number}`>;

export const INTERNS: readonly InternKey[] = ['t-1', 't-2', 't-3', 't-4', 't-5', 't-6'];

export function internNamed(fullName: string): InternKey {
	const intern = INTERNS.find((key) => PEOPLE[key] === fullName);
	if (!intern) throw new Error(`${fullName} is not an intern of these journeys`);
	return intern;
}
