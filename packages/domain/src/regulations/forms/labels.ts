/** The words of a source with their number before them: «1. Юридический адрес», «3.1. кадровые ресурсы». */
export function numbered(n: number | string, words: string): string {
	const number = String(n).trim();
	const mark = /[\p{L}\p{N}]$/u.test(number) ? `${number}.` : number;
	return `${mark} ${words}`;
}

/** Two names that say one thing together: «внешняя оценка: критерии». */
export function within(whole: string, part: string): string {
	return `${whole}: ${part}`;
}

/** Words by which sources name parts that everybody calls so, in the words that people read. */
const READ_AS: Record<string, string> = { title: 'название', hours: 'количество часов' };

export function readAs(part: string): string {
	return Object.hasOwn(READ_AS, part) ? (READ_AS[part] ?? part) : part;
}

/** «внешняя оценка: критерии, процедура, инструменты» names three parts of one thing (R38). */
export function namedParts(title: string): { whole: string; parts: string[] } | null {
	const [, whole = '', list = ''] = /^([^:()]+):\s*([^:().;]+)$/u.exec(title) ?? [];
	const parts = list
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
	return parts.length > 1 ? { whole: whole.trim(), parts } : null;
}
