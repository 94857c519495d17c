import type { SubjectRef } from '@stazhirovka/contract/chat';

/** What a link to a room names in its address, `about=kind:key`; null for anything else. */
export function subjectIn(about: string): SubjectRef | null {
	const [kind, key = ''] = split(about, ':');
	if (key === '') return null;
	if (kind === 'task' || kind === 'deficit') return { kind, key };
	if (kind === 'event' || kind === 'consultation') return { kind, id: key };

	const [name = '', number = ''] = split(key, '.');
	if (!/^[1-9]\d{0,5}$/.test(number)) return null;
	if (kind === 'submission') return { kind, id: name, version: Number(number) };
	return kind === 'criterion' ? { kind, key: name, number: Number(number) } : null;
}

/** At the last dot, or the first colon: keys of programmes may hold dots. */
function split(words: string, at: ':' | '.'): string[] {
	const place = at === ':' ? words.indexOf(at) : words.lastIndexOf(at);
	return place < 0 ? [words] : [words.slice(0, place), words.slice(place + 1)];
}
