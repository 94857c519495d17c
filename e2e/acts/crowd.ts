import type { Api } from '../api.ts';
import { found } from '../found.ts';
import * as golden from '../golden.ts';
import { school, signUp, type Newcomer } from './newcomers.ts';
import { assemble } from './opening.ts';
import * as walking from './walking.ts';

/** Somebody of a large cohort. */
export type Guest = Newcomer & { surname: string; school: string; enrolment: string };

/** Names that no demonstration person bears: wherever they stand, these people are meant. */
const SURNAMES = [
	...['Абрикосова', 'Бересклетова', 'Вишневецкая', 'Горицветова', 'Душицына', 'Ежевикина', 'Жасминова'],
	...['Зверобоева', 'Ивнякова', 'Калужницева', 'Лещинина', 'Медуницына', 'Настурцева', 'Облепихина'],
	...['Первоцветова', 'Ромашкова', 'Сиреневская', 'Тысячелистова', 'Укропникова', 'Фиалкова'],
	...['Хмелевская', 'Цикориева', 'Черёмухина', 'Шиповникова']
];

/** One of those whom the programme is for. */
const POSITION = 'учитель начальных классов';

/** People who have signed up, from schools as great as these numbers say. */
export async function register(baseURL: string, coordinator: Api, sizes: number[]): Promise<Guest[]> {
	const guests: Guest[] = [];
	for (const size of sizes) {
		const { id: organisationId, title } = await school(coordinator);
		const names = SURNAMES.slice(guests.length, guests.length + size);
		const come = names.map(async (surname) => {
			return {
				...(await signUp(baseURL, { surname, organisationId, position: POSITION })),
				surname,
				school: title,
				enrolment: ''
			};
		});
		guests.push(...(await Promise.all(come)));
	}
	return guests;
}

/** A cohort of these people, all confirmed. */
export async function gather(leader: Api, guests: Guest[], title: string): Promise<string> {
	const people = guests.map(({ api }) => api);
	const { id, enrolments } = await assemble(leader, title, people);
	for (const guest of guests) guest.enrolment = found(enrolments.get(guest.fullName));
	return id;
}

export function walkOf({ api, enrolment }: Guest, tutor: Api): walking.Walk {
	return { intern: api, tutor, id: enrolment };
}

/** Up to the final work: the card and the route agreed, every task accepted. */
export async function study(guests: Guest[], tutor: Api, cohort: string): Promise<void> {
	for (const guest of guests) {
		const walk = walkOf(guest, tutor);
		await walking.holdFirstDay(walk);
		await walking.diagnose(walk, golden.answersOf('t-1'));
		await walking.agree(walk);
		await walking.sendAll(walk);
		await walking.postCard(walk, golden.measuredBy('t-1'));
	}
	await walking.acceptAll(tutor, cohort);
}
