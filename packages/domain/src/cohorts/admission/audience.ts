/** Whether a position stands among those whom a programme is for; `unsaid`: there is nothing to compare. */
export type AudienceFit = 'named' | 'not_named' | 'unsaid';

const ENDING =
	/(иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ях|ах|ых|их|ов|ев|ей|ия|ие|ии|ий|ый|ой|ая|яя|ое|ее|ые|ам|ям|ом|ем|а|я|ы|и|у|ю|е|о|ь|й)$/;
const WORD = /[\p{L}]+/gu;
/** Words that name nobody by themselves. */
const IDLE = new Set(['и', 'или', 'а', 'также', 'для', 'по', 'в', 'на', 'с', 'из']);

/**
 * Compares a position with the audience of a programme, both in people's own words (R48): «учитель начальных классов»
 * is one of «учителя начальных классов», «учитель математики» of «учителя-предметники 5–6 классов».
 */
export function audienceFit(audience: readonly string[], position: string | null): AudienceFit {
	const own = wordsOf(position ?? '');
	if (audience.length === 0 || own.length === 0) return 'unsaid';
	return audience.some((line) => names(line, own)) ? 'named' : 'not_named';
}

/** «педагоги», «педагогические работники школ»: whoever works at a school. */
const ANYBODY = new Set([
	'педагог',
	'педагогическ',
	'работник',
	'школ',
	'организац',
	'образовательн',
	'кадр'
]);

/** Every word of the line is among the person's own words; classes by number are nobody's position. */
function names(line: string, own: readonly string[]): boolean {
	const asked = wordsOf(line.replace(/\p{N}+(\s*[–—-]\s*\p{N}+)?(-?[а-я]{1,2})?\s+класс\p{L}*/giu, ''));
	if (asked.length === 0) return false;
	if (asked.every((word) => ANYBODY.has(word))) return true;
	const rest = asked.filter((word) => word !== SUBJECT);
	const meansSubject = rest.length < asked.length;
	if (meansSubject && own.includes('начальн')) return false;
	return rest.every((word) => own.includes(word));
}

/** «предметники»: teachers of any subject, which they name instead. */
const SUBJECT = 'предметник';

/** Words without their endings, «ё» read as «е». */
function wordsOf(text: string): string[] {
	const words = text.toLowerCase().replaceAll('ё', 'е').match(WORD) ?? [];
	return words
		.filter((word) => !IDLE.has(word))
		.map((word) => (word.length > 3 ? word.replace(ENDING, '') : word));
}
