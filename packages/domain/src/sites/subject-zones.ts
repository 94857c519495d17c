import type { TimeZone } from './time-zones.ts';

/**
 * Subjects whose clocks are not the capital's, by the beginnings of the words that name them (Federal law of 3 June 2011
 * No. 107-FZ). Yakutia and Sakhalin have parts in other zones: there the keeper of a site mends its zone.
 */
const ZONES: readonly (readonly [TimeZone, readonly string[]])[] = [
	['Europe/Kaliningrad', ['калининград']],
	['Europe/Samara', ['астрахан', 'самар', 'саратов', 'удмурт', 'ульяновск']],
	[
		'Asia/Yekaterinburg',
		[
			...['башкорт', 'курган', 'оренбург', 'пермск', 'свердловск', 'тюмен', 'челябинск'],
			...['ханты', 'югр', 'ямало']
		]
	],
	['Asia/Omsk', ['омск']],
	[
		'Asia/Krasnoyarsk',
		['алтай', 'кемеров', 'кузбасс', 'красноярск', 'новосибирск', 'томск', 'тыва', 'тува', 'хакас']
	],
	['Asia/Irkutsk', ['бурят', 'иркутск']],
	['Asia/Yakutsk', ['амурск', 'забайкал', 'саха', 'якут']],
	['Asia/Vladivostok', ['еврейск', 'приморск', 'хабаровск']],
	['Asia/Magadan', ['магадан', 'сахалин']],
	['Asia/Kamchatka', ['камчат', 'чукот']]
];

/** The zone of a subject of the federation by its name; of a name that is not known, the capital's. */
export function zoneOfSubject(title: string): TimeZone {
	const words = title.toLowerCase().split(/[^а-яё]+/u);
	// «Сахалин» begins with «саха»: the longest beginning that fits is the subject's.
	const fitting = ZONES.flatMap(([zone, beginnings]) =>
		beginnings
			.filter((beginning) => words.some((word) => word.startsWith(beginning)))
			.map((beginning) => ({ zone, length: beginning.length }))
	);
	return fitting.toSorted((a, b) => b.length - a.length)[0]?.zone ?? 'Europe/Moscow';
}
