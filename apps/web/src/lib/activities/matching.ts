import type { Activity } from '@stazhirovka/contract/cohorts';

type Exercise = Activity['exercises'][number];

/** Exercises in which every word occurs, wherever it stands; «ё» and «е» are one letter to a reader. */
export function matching(exercises: Exercise[], words: string): Exercise[] {
	const wanted = plain(words).split(/\s+/).filter(Boolean);
	return exercises.filter(({ title, how, time }) => {
		const text = plain([title, how, time].join(' '));
		return wanted.every((word) => text.includes(word));
	});
}

function plain(text: string): string {
	return text.toLowerCase().replaceAll('ё', 'е');
}
