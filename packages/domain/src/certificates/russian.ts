const NBSP = '\u00a0';

const MONTHS = [
	'января',
	'февраля',
	'марта',
	'апреля',
	'мая',
	'июня',
	'июля',
	'августа',
	'сентября',
	'октября',
	'ноября',
	'декабря'
];

/** «26 февраля 2027 г.» of `2027-02-26`, with no-break spaces where a line must not break. */
export function longDate(day: string): string {
	const [year = '', month = '', date = ''] = day.split('-');
	return `${Number(date)}${NBSP}${MONTHS[Number(month) - 1]} ${year}${NBSP}г.`;
}

/** «1 июня», of every year. */
export function dayOfYear({ month, day }: { month: number; day: number }): string {
	return `${day}${NBSP}${MONTHS[month - 1]}`;
}

/** One, few, many by the rules of Russian: 1 час, 2 часа, 5 часов, 11 часов, 21 час. */
export function plural(count: number, one: string, few: string, many: string): string {
	const tens = count % 100;
	const ones = count % 10;
	if (tens >= 11 && tens <= 14) return many;
	if (ones === 1) return one;
	return ones >= 2 && ones <= 4 ? few : many;
}

/** «академических часов» in the form that goes with the number. */
export function academicHours(count: number): string {
	return plural(count, 'академический час', 'академических часа', 'академических часов');
}

const ONES = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'];
const TEENS = [
	'десять',
	'одиннадцать',
	'двенадцать',
	'тринадцать',
	'четырнадцать',
	'пятнадцать',
	'шестнадцать',
	'семнадцать',
	'восемнадцать',
	'девятнадцать'
];
const TENS = [
	'',
	'',
	'двадцать',
	'тридцать',
	'сорок',
	'пятьдесят',
	'шестьдесят',
	'семьдесят',
	'восемьдесят',
	'девяносто'
];
const HUNDREDS = [
	'',
	'сто',
	'двести',
	'триста',
	'четыреста',
	'пятьсот',
	'шестьсот',
	'семьсот',
	'восемьсот',
	'девятьсот'
];

/** A whole number from 1 to 999 in words, masculine: «двенадцать». */
export function inWords(count: number): string {
	const rest = count % 100;
	const low = rest >= 10 && rest < 20 ? [TEENS[rest - 10]] : [TENS[Math.floor(rest / 10)], ONES[rest % 10]];
	return [HUNDREDS[Math.floor(count / 100)], ...low].filter(Boolean).join(' ');
}

/** «прошла», «прошёл»; null when the person did not say, then the sentence must do without. */
export function passed(gender: 'f' | 'm' | null): string | null {
	if (gender === null) return null;
	return gender === 'f' ? 'прошла' : 'прошёл';
}
