import { academicHours, longDate, plural } from '../certificates/russian.ts';
import type { Institution, Period, Registered, Signer } from './facts.ts';
import type { Block, Party, Signature, Words } from './paper.ts';
import { dayOr, gap, joined, known, words } from './wording.ts';

/** The parts that documents share, each from the facts as they are known. */

export function organisation({ title }: Pick<Institution, 'title'>): Block {
	return { kind: 'organisation', lines: [title] };
}

/** Day, place and number under the title. */
export function place({ day, number }: Registered, city: string | null): Block {
	return { kind: 'place', day: dayOr(day), place: city, number: words`№ ${known(number, 'номер', 10)}` };
}

/** «Приложение № 1 к приказу от 26 февраля 2027 г. № 12». */
export function annexTo(annex: number, parent: string, { day, number }: Registered): Block {
	return {
		kind: 'annex',
		lines: [`Приложение № ${annex}`, words`${parent} от ${dayOr(day)} № ${known(number, 'номер', 10)}`]
	};
}

export function signature(signer: Signer | null, position: string, day?: Words): Signature {
	return {
		position: known(signer?.position, position, 24),
		name: known(signer?.name, 'фамилия и инициалы', 22),
		...(day !== undefined && { day })
	};
}

/** «с 18 января 2027 г. по 26 февраля 2027 г.» */
export function during({ from, to }: Period): string {
	return `с ${longDate(from)} по ${longDate(to)}`;
}

/** «12 академических часов» */
export function inHours(hours: number): string {
	return `${hours}\u00a0${academicHours(hours)}`;
}

/** «из 540 минут», «из 21 минуты»: after «из» and «не менее». */
export function minutesGenitive(minutes: number): string {
	return `${minutes}\u00a0${plural(minutes, 'минуты', 'минут', 'минут')}`;
}

/** One side of an agreement with its requisites; what is not known is filled by hand. */
export function party(role: string, institution: Institution): Party {
	const { title, address, inn, ogrn, phone, email, head } = institution;
	return {
		title: role,
		lines: [
			title,
			words`Адрес: ${known(address, 'адрес', 28)}`,
			words`ИНН ${known(inn, 'ИНН', 14)}`,
			words`ОГРН ${known(ogrn, 'ОГРН', 16)}`,
			words`Телефон: ${known(phone, 'телефон', 20)}`,
			words`Электронная почта: ${known(email, 'электронная почта', 18)}`
		],
		signature: signature(head, 'должность')
	};
}

/** Who a party is and who signs for it, in words that need neither a gender nor a case. */
export function partyOf(institution: Institution, name: string): Words {
	return joined([
		`${institution.title} (далее – «${name}»; подписывает `,
		known(institution.head?.position, 'должность', 22),
		' ',
		known(institution.head?.name, 'фамилия и инициалы', 24),
		', основание полномочий: ',
		gap('устав или доверенность, реквизиты', 28),
		')'
	]);
}
